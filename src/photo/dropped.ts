/** What was dropped: once the event is over, its `DataTransfer` holds nothing any more. */
export interface Dropped {
  /** Undefined where it was something else. */
  readonly files: readonly File[] | undefined;
  readonly html: string;
  /** A `text/uri-list`. */
  readonly addresses: string;
}

/** Whether something dragged over the page holds a file, so that it may be dropped; its content is not known yet. */
export function hasFile(data: DataTransfer | null): boolean {
  return !!data?.types.includes('Files');
}

/** Whether something dragged over the page is a link or a picture of another page; its address is not known yet. */
export function hasAddress(data: DataTransfer | null): boolean {
  return !!data?.types.includes('text/uri-list');
}

/** To be called while the event lasts. */
export function readDropped(data: DataTransfer | null): Dropped {
  const read = (type: string): string => data?.getData(type) ?? '';
  return {
    files: hasFile(data) ? Array.from(data?.files ?? []) : undefined,
    html: read('text/html'),
    addresses: read('text/uri-list'),
  };
}

/** A component of a frame: how often it is sampled, and which tables its blocks are coded with. */
interface Component {
  readonly id: number;
  readonly across: number;
  readonly down: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly components: readonly Component[];
}

/** By the next 16 bits: the length of the code that they start with, times 256, and the code's value; 0 for no code. */
type CodeTable = Uint16Array;

/** What a scan needs of the segments before it. */
interface Tables {
  frame: Frame | undefined;
  restartInterval: number;
  readonly codes: Map<number, CodeTable>;
}

/** Longer scans are left to the decoder: walking through them would take seconds. */
const maxScanBytes = 32_000_000;

/**
 * Walks through the pixels of a JPEG without computing them, to tell a photo that lacks only its end marker from a
 * download that broke off.
 *
 * @param scanStart - Where the marker of the first scan is.
 * @returns Where the scan ends; `'cut'` where blocks are missing; `undefined` for what only a decoder can judge, such
 *   as progressive and damaged files.
 */
export function findScanEnd(
  bytes: Uint8Array,
  view: DataView,
  scanStart: number,
): number | 'cut' | undefined {
  if (bytes.length - scanStart > maxScanBytes) return undefined;
  const tables = readTables(bytes, view, scanStart);
  const { frame, codes, restartInterval } = tables;
  const count = view.getUint8(scanStart + 4);
  if (!frame || count !== frame.components.length) return undefined;
  const blocks: (readonly [dc: CodeTable, ac: CodeTable])[] = [];
  for (const [index, { id, across, down }] of frame.components.entries()) {
    const selector = view.getUint8(scanStart + 6 + index * 2);
    const dc = codes.get(selector >> 4);
    const ac = codes.get(16 + (selector & 15));
    if (!dc || !ac || view.getUint8(scanStart + 5 + index * 2) !== id) return undefined;
    // A scan of one component has one block at a time, however often the component is sampled.
    const repeats = count === 1 ? 1 : across * down;
    for (let block = 0; block < repeats; block += 1) blocks.push([dc, ac]);
  }
  const most = (of: (component: Component) => number): number =>
    count === 1 ? 1 : Math.max(...frame.components.map(of));
  const columns = Math.ceil(frame.width / (8 * most(({ across }) => across)));
  const rows = Math.ceil(frame.height / (8 * most(({ down }) => down)));
  const bits = new BitReader(bytes, scanStart + 2 + view.getUint16(scanStart + 2));
  for (let unit = 0; unit < columns * rows; unit += 1) {
    if (restartInterval && unit && unit % restartInterval === 0 && !bits.restart()) {
      return bits.isAtEnd ? 'cut' : undefined;
    }
    for (const [dc, ac] of blocks) {
      if (!skipBlock(bits, dc, ac)) return bits.isAtEnd ? 'cut' : undefined;
    }
  }
  return bits.position;
}

/** False where the bits end, or are no codes. */
function skipBlock(bits: BitReader, dc: CodeTable, ac: CodeTable): boolean {
  const difference = bits.code(dc);
  if (difference < 0 || !bits.skip(difference)) return false;
  for (let place = 1; place < 64; place += 1) {
    const value = bits.code(ac);
    if (value < 0) return false;
    const size = value & 15;
    const zeros = value >> 4;
    // The end of the block.
    if (!size && zeros < 15) return true;
    place += zeros;
    if (!bits.skip(size)) return false;
  }
  return true;
}

function readTables(bytes: Uint8Array, view: DataView, scanStart: number): Tables {
  const tables: Tables = { frame: undefined, restartInterval: 0, codes: new Map() };
  for (let at = 2; at < scanStart;) {
    const marker = bytes[at] === 0xff ? view.getUint8(at + 1) : 0;
    if (marker === 0 || marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + view.getUint16(at + 2);
    // Only these two are sequential and coded by Huffman's method.
    if (marker === 0xc0 || marker === 0xc1) tables.frame = readFrame(view, at);
    else if (marker === 0xc4) readCodes(bytes, at + 4, end, tables.codes);
    else if (marker === 0xdd) tables.restartInterval = view.getUint16(at + 4);
    at = end;
  }
  return tables;
}

function readFrame(view: DataView, at: number): Frame {
  const components = Array.from({ length: view.getUint8(at + 9) }, (_, index) => {
    const sampling = view.getUint8(at + 11 + index * 3);
    return { id: view.getUint8(at + 10 + index * 3), across: sampling >> 4, down: sampling & 15 };
  });
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components };
}

function readCodes(
  bytes: Uint8Array,
  from: number,
  end: number,
  codes: Map<number, CodeTable>,
): void {
  for (let at = from; at + 17 <= end;) {
    const table = new Uint16Array(65_536);
    let value = at + 17;
    let filled = 0;
    for (let length = 1; length <= 16; length += 1) {
      for (let count = bytes[at + length] ?? 0; count > 0; count -= 1) {
        const next = filled + (65_536 >> length);
        table.fill(length * 256 + (bytes[value] ?? 0), filled, next);
        filled = next;
        value += 1;
      }
    }
    codes.set(bytes[at] ?? 0, table);
    at = value;
  }
}

/** Reads the bits of a scan, which end at the first marker. */
class BitReader {
  readonly #bytes: Uint8Array;
  #at: number;
  #bits = 0;
  #held = 0;
  #isAtEnd = false;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Whether more bits were asked for than are there before the file's end or a marker. */
  get isAtEnd(): boolean {
    return this.#isAtEnd;
  }

  /** Where the first byte is of which no bit was read. */
  get position(): number {
    let at = this.#at;
    // A stuffed zero belongs to the byte before it.
    for (let bytes = this.#held >> 3; bytes > 0; bytes -= 1) {
      at -= this.#bytes[at - 1] === 0 && this.#bytes[at - 2] === 0xff ? 2 : 1;
    }
    return at;
  }

  /** The value of the next code; -1 where none comes. */
  code(table: CodeTable): number {
    this.#fill();
    const missing = 16 - this.#held;
    const next = missing > 0 ? this.#bits << missing : this.#bits >>> -missing;
    const entry = table[next & 0xffff] ?? 0;
    return entry && this.skip(entry >> 8) ? entry & 255 : this.#fail(entry);
  }

  skip(count: number): boolean {
    if (count > this.#held) this.#fill();
    if (count > this.#held) {
      this.#isAtEnd = true;
      return false;
    }
    this.#held -= count;
    this.#bits &= 2 ** this.#held - 1;
    return true;
  }

  /** Passes the marker between two intervals. */
  restart(): boolean {
    const at = this.position;
    this.#isAtEnd = at >= this.#bytes.length;
    const marker = this.#bytes[at] === 0xff ? (this.#bytes[at + 1] ?? 0) : 0;
    if (marker < 0xd0 || marker > 0xd7) return false;
    this.#at = at + 2;
    this.#bits = this.#held = 0;
    return true;
  }

  #fail(entry: number): -1 {
    // Too few bits for any code: the zeros that stand in for them may be none.
    if (!entry && this.#held < 16) this.#isAtEnd = true;
    return -1;
  }

  #fill(): void {
    while (this.#held <= 16) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined || (byte === 0xff && this.#bytes[this.#at + 1] !== 0)) return;
      this.#at += byte === 0xff ? 2 : 1;
      this.#bits = (this.#bits << 8) | byte;
      this.#held += 8;
    }
  }
}

/** A table of a page: its head and its rows, as written. */
interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One row of the table of attributes and properties. */
export interface DocumentedSetting {
  readonly attribute: string | undefined;
  readonly property: string;
  readonly type: string;
  readonly default: string;
}

/** What the documentation says of the tag. */
export interface Documented {
  readonly settings: readonly DocumentedSetting[];
  /** Each read-only property's, method's and event's name with the second cell of its row. */
  readonly values: ReadonlyMap<string, string>;
  readonly methods: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  readonly slots: readonly string[];
  readonly parts: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  readonly customProperties: ReadonlySet<string>;
  readonly errorCodes: readonly string[];
  /** Every name of several words in inline code, with its page; proofs, which name tests, are checked by `pages.mjs`. */
  readonly names: ReadonlyMap<string, string>;
  /** What stands in tags and in inline code such as `theme="light"`, as it is written there. */
  readonly uses: readonly string[];
}

async function readPage(path: string): Promise<string> {
  const response = await fetch(`/${path}`);
  if (!response.ok) throw new Error(`${path} is not there`);
  return response.text();
}

function tablesOf(text: string): Table[] {
  const blocks = text.match(/(?:^\|.*\|$\n?)+/gm) ?? [];
  return blocks.map((block) => {
    const lines = block.trim().split('\n');
    const rows = lines.map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );
    return { head: rows[0] ?? [], rows: rows.slice(2) };
  });
}

const bare = (cell = ''): string => /`([^`]*)`/.exec(cell)?.[1] ?? '';

/** The rows of all tables whose first column has this head. */
const rowsOf = (tables: readonly Table[], head: string): readonly (readonly string[])[] =>
  tables.filter((table) => table.head[0] === head).flatMap(({ rows }) => rows);

const allOf = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

/** Names of several words, such as `app-id`, `appId` or `checkValidity()`: no other words are mistaken for them. */
const compoundName = /^[a-z]+(?:-[a-z]+|[A-Z][a-z]+)+(?:\(.*\))?$/;

/** The inside of a tag without what its attributes are set to. */
const withoutValues = (inside: string): string =>
  inside.replaceAll(/=(?:"[^"]*"|\$?\{(?:[^{}]|\{[^{}]*\})*\})/g, '=');

/** Reads the README and every page of `docs/` that it links. */
export async function readDocumentation(): Promise<Documented> {
  const readme = await readPage('README.md');
  const linked = new Set(allOf(readme, /\((docs\/[\w-]+\.md)/g));
  const pages = new Map([['README.md', readme]]);
  for (const path of linked) pages.set(path, await readPage(path));
  const text = [...pages.values()].join('\n');
  const tables = tablesOf(text);
  const cells = (head: string): [string, string][] =>
    rowsOf(tables, head).map(([name, second]) => [bare(name), second ?? '']);

  const names = new Map<string, string>();
  for (const [path, page] of pages) {
    const prose = page
      .replaceAll(/^```[^]*?^```$/gm, '')
      .replaceAll(/^\|.*\| proof +\|\n(?:\|.*\|\n)+/gm, (table) =>
        table.replaceAll(/[^|\n]*\|$/gm, ''),
      );
    for (const name of allOf(prose, /`([^`]+)`/g)) {
      if (compoundName.test(name)) names.set(name.replace(/\(.*/, ''), path);
    }
  }
  const tags = allOf(text, /<cometchat-?profile-?editor\s((?:=>|[^<>])*)>/gi).flatMap((inside) =>
    allOf(withoutValues(inside), /(?:^|\s)([@:.([]?[\w-]+[)\]]?)(?==|\s|$)/g),
  );
  return {
    settings: rowsOf(tables, 'attribute').map(([attribute, property, type, value]) => ({
      attribute: bare(attribute) || undefined,
      property: bare(property),
      type: bare(type),
      default: bare(value),
    })),
    values: new Map(
      tables
        .filter(({ head }) => head[0] === 'property')
        .flatMap(({ rows }) => rows.map(([name, type]) => [bare(name), bare(type)] as const)),
    ),
    methods: new Map(cells('method').map(([name, type]) => [name.replace(/\(.*/, ''), bare(type)])),
    events: new Map(cells('event')),
    slots: cells('slot').map(([name]) => name),
    parts: new Set(allOf(text, /::part\(([\w-]+)\)/g)),
    states: new Set(allOf(text, /:state\(([\w-]+)\)/g)),
    customProperties: new Set(allOf(text, /(--cometchat-profile-editor-[a-z-]*[a-z])/g)),
    errorCodes: cells('code').map(([name]) => name),
    names,
    uses: [...new Set([...tags, ...allOf(text, /`([a-z-]+)="[^"`]*"`/g)])],
  };
}

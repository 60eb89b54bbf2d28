/** Where editors of code find more about a name. */
const home = '#readme';

const plain = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

/** The values of a type that is a list of literals. */
const literals = (type = '') => [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value);

/** For `html.customData` of Visual Studio Code. */
export function htmlCustomData(element) {
  return {
    version: 1.1,
    tags: [
      {
        name: element.tagName,
        description: plain(element.description),
        attributes: element.attributes.map(({ name, description, type }) => ({
          name,
          description: plain(description),
          ...(type?.text === 'boolean' && { valueSet: 'v' }),
          ...(literals(type?.text).length > 0 && {
            values: literals(type.text).map((value) => ({ name: value })),
          }),
        })),
      },
    ],
  };
}

/** For `css.customData` of Visual Studio Code. */
export function cssCustomData(element) {
  return {
    version: 1.1,
    properties: element.cssProperties.map(({ name, description }) => ({
      name,
      description: plain(description),
    })),
    pseudoElements: element.cssParts.map(({ name, description }) => ({
      name: `::part(${name})`,
      description: plain(description),
    })),
    pseudoClasses: element.cssStates.map(({ name, description }) => ({
      name: `:state(${name})`,
      description: plain(description),
    })),
  };
}

/** For the IDEs of JetBrains, which find it by `web-types` in package.json. */
export function webTypes(element, { name, version }) {
  const described = ({ name: each, description }) => ({
    name: each,
    description: plain(description),
  });
  const isField = (member) => member.kind === 'field';
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            ...described({ name: element.tagName, description: element.description }),
            'doc-url': home,
            attributes: element.attributes.map((each) => ({
              ...described(each),
              value: each.type?.text === 'boolean' ? { kind: 'no-value' } : { type: 'string' },
            })),
            slots: element.slots.map(described),
            js: {
              events: element.events.map((each) => ({ ...described(each), type: each.type.text })),
              properties: element.members.filter(isField).map((each) => ({
                ...described(each),
                type: each.type?.text ?? 'unknown',
                ...(each.readonly && { 'read-only': true }),
              })),
            },
            css: {
              parts: element.cssParts.map(described),
              properties: element.cssProperties.map(described),
            },
          },
        ],
      },
    },
  };
}

/** What the frameworks' typings share: the attributes, the properties and the listeners by their names. */
export function elementTypes(element) {
  const settings = element.members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  const attributeType = ({ fieldName, type }) =>
    type?.text === 'boolean'
      ? "boolean | ''"
      : `Editor['${fieldName}']${/^(?:number|Initial)/.test(type?.text) ? ' | string' : ''}`;
  const doc = ({ description }) => `  /** ${plain(description)} */`;
  return [
    "import type { CometChatProfileEditor as Editor, ProfileEditorEventMap } from '../index.js';",
    '',
    '/** The attributes, by their names in HTML. */',
    'export interface EditorAttributes {',
    ...element.attributes.flatMap((each) => [
      doc(each),
      `  '${each.name}'?: ${attributeType(each)} | undefined;`,
    ]),
    '}',
    '',
    '/** The properties that a page may set. */',
    'export interface EditorProperties {',
    ...settings.flatMap((each) => [
      doc(each),
      `  ${each.name}?: Editor['${each.name}'] | undefined;`,
    ]),
    '}',
    '',
    '/** Listeners by the name of the event after `on`, such as `onprofile-saved`. */',
    'export type EditorListeners = {',
    '  [Name in keyof ProfileEditorEventMap as `on${Name}`]?:',
    '    | ((event: ProfileEditorEventMap[Name]) => void)',
    '    | undefined;',
    '};',
    '',
    'export type { Editor, ProfileEditorEventMap };',
    '',
  ].join('\n');
}

const shared =
  "import type { Editor, EditorAttributes, EditorListeners, EditorProperties } from './element.js';";

/** The tag in the templates of each framework; imported for its types, as in `import type {} from '…/types/react'`. */
export function frameworkTypes({ tagName }) {
  const all = 'EditorAttributes & EditorProperties & EditorListeners';
  return {
    react: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${shared}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      '${tagName}': Omit<DetailedHTMLProps<HTMLAttributes<Editor>, Editor>, keyof (${all})> &
        ${all};
    }
  }
}
`,
    preact: `import type { JSX, Ref } from 'preact';
${shared}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      '${tagName}': Omit<JSX.IntrinsicElements['span'], 'ref' | keyof (${all})> &
        ${all} & { ref?: Ref<Editor> };
    }
  }
}
`,
    svelte: `import type { HTMLAttributes } from 'svelte/elements';
${shared}

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    '${tagName}': Omit<HTMLAttributes<Editor>, keyof (${all})> &
      ${all};
  }
}
`,
    vue: `import type { HTMLAttributes, PublicProps } from 'vue';
import type { EditorAttributes, EditorProperties, ProfileEditorEventMap } from './element.js';

type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camel<Rest>>}\`
  : Name;

type Listeners = {
  [Name in keyof ProfileEditorEventMap as \`on\${Capitalize<Camel<Name>>}\`]?: (
    event: ProfileEditorEventMap[Name],
  ) => void;
};

interface EditorComponent {
  new (): {
    $props: Omit<HTMLAttributes, keyof EditorProperties> &
      Omit<PublicProps, keyof EditorProperties> &
      EditorAttributes &
      EditorProperties &
      Listeners;
  };
}

declare module 'vue' {
  interface GlobalComponents {
    '${tagName}': EditorComponent;
  }
}
`,
  };
}

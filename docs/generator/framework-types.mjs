const plain = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

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

/** A text in one line, as these files want it. */
const plain = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

const described = ({ name, description }) => ({ name, description: plain(description) });

/** The values of a type that is a list of texts. */
const literalsOf = ({ text = '' } = {}) => [...text.matchAll(/'([^']*)'/g)].map(([, each]) => each);

/** A default as it is written in HTML; nothing where it says nothing. */
const writtenDefault = (value) => value?.replace(/^'(.*)'$/, '$1') || undefined;

const hintOf = ({ description, default: value, type }) => {
  const shown = type?.text === 'boolean' ? undefined : writtenDefault(value);
  return plain(`${description}${shown ? ` Default: \`${shown}\`.` : ''}`);
};

/** For `html.customData` of Visual Studio Code. */
export function htmlCustomData(element, { homepage }) {
  const attributes = element.attributes.map((attribute) => {
    const values = literalsOf(attribute.type).map((name) => ({ name }));
    return {
      name: attribute.name,
      description: hintOf(attribute),
      ...(attribute.type?.text === 'boolean' && { valueSet: 'v' }),
      ...(values.length > 0 && { values }),
    };
  });
  const references = [{ name: 'Documentation', url: homepage }];
  const tag = { ...described({ ...element, name: element.tagName }), attributes, references };
  return { version: 1.1, tags: [tag] };
}

/** For `css.customData` of Visual Studio Code. */
export function cssCustomData({ cssProperties, cssParts, cssStates }) {
  const named = (list, wrap) =>
    list.map(({ name, description }) => described({ name: wrap(name), description }));
  return {
    version: 1.1,
    properties: cssProperties.map((each) => ({ name: each.name, description: hintOf(each) })),
    pseudoElements: named(cssParts, (name) => `::part(${name})`),
    pseudoClasses: named(cssStates, (name) => `:state(${name})`),
  };
}

/** What may stand between an attribute's quotation marks. */
function attributeValue({ type, default: value }) {
  if (type?.text === 'boolean') return { kind: 'no-value' };
  const literals = literalsOf(type);
  const text = literals.length > 0 ? literals.map((each) => `'${each}'`).join(' | ') : type?.text;
  const isText = literals.length > 0 || text === 'number';
  return {
    type: isText ? text : 'string',
    ...(writtenDefault(value) && { default: writtenDefault(value) }),
  };
}

/** For the IDEs of JetBrains, which find it by `web-types` in package.json. */
export function webTypes(element, { name, version, homepage }) {
  const fields = element.members.filter(({ kind }) => kind === 'field');
  const tag = {
    ...described({ ...element, name: element.tagName }),
    'doc-url': homepage,
    attributes: element.attributes.map((each) => ({
      ...described(each),
      value: attributeValue(each),
    })),
    slots: element.slots.map(described),
    js: {
      events: element.events.map((each) => ({ ...described(each), type: each.type.text })),
      properties: fields.map((each) => ({
        ...described(each),
        type: each.type?.text ?? 'unknown',
        ...(each.default && { default: each.default }),
        ...(each.readonly && { 'read-only': true }),
      })),
    },
    css: {
      parts: element.cssParts.map(described),
      properties: element.cssProperties.map(described),
    },
  };
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name,
    version,
    'js-types-syntax': 'typescript',
    'description-markup': 'markdown',
    contributions: { html: { elements: [tag] } },
  };
}

const TAGS = new Set(['css', 'html', 'svg']);

/** Every tagged template of Lit below a syntax node. */
export function* templates(node) {
  if (typeof node?.type !== 'string') return;
  if (node.type === 'TaggedTemplateExpression') {
    if (TAGS.has(node.tag.name)) yield node;
    else if (TAGS.has(node.tag.property?.name))
      throw new Error('A tag is not a property: `view.html`');
  }
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) for (const child of value) yield* templates(child);
    else if (value && typeof value === 'object') yield* templates(value);
  }
}

function shrinkCss(text) {
  // Strings are matched first, so that they stay as they are.
  return text
    .replaceAll(/("[^"]*"|'[^']*')|\/\*[^]*?\*\//g, (_, string) => string ?? '')
    .replaceAll(
      /("[^"]*"|'[^']*')|\s*([{};,])\s*|(:)\s+|\s+/g,
      (_, string, mark, colon) => string ?? mark ?? colon ?? ' ',
    )
    .replaceAll(';}', '}')
    .replaceAll(/\( | \)/g, (bracket) => bracket.trim());
}

/** Folds white space; between two tags, or a tag and an expression, it goes where a line broke, and only there. */
function shrinkHtml(text) {
  return text
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/(^|>)\s*\n\s*(?=<|$)/g, '$1')
    .replaceAll(/\s*\n\s*>/g, '>')
    .replaceAll(/\s*\n\s*/g, ' ');
}

/**
 * The edits that shrink the text of `css`, `html` and `svg` templates, in the order of the code. Expressions stay
 * as they are; the source is formatted with `htmlWhitespaceSensitivity: ignore`, which takes line breaks between
 * tags for meaningless too.
 *
 * @param {object} program a syntax tree with positions
 * @param {string} code the text it was made from
 * @returns {{start: number, end: number, text: string}[]}
 */
export function templateEdits(program, code) {
  const edits = [];
  for (const { tag, quasi } of templates(program)) {
    const shrink = tag.name === 'css' ? shrinkCss : shrinkHtml;
    const last = quasi.quasis.length - 1;
    quasi.quasis.forEach(({ start, end }, index) => {
      let text = shrink(code.slice(start, end));
      if (index === 0) text = text.trimStart();
      if (index === last) text = text.trimEnd();
      edits.push({ start, end, text });
    });
  }
  return edits.sort((one, other) => one.start - other.start);
}

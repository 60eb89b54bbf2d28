// `@lit-labs/compiler` takes templates apart as well. But every file that has one then imports classes of Lit, which the
// chunks that come later must not, and what does it in the page stays in: 0.4 KB more in place of 0.6 KB less.
import assert from 'node:assert/strict';
import { templates } from './minify-templates.mjs';

/** Where markup has an expression: after this, the value of an attribute, else a child. */
const ATTRIBUTE = /\s([.?@]?[\w-]+)=$/;
/** What Lit counts, in its order: elements and comments. */
const NODES = /<(?:[a-z]|!--|\?)/g;
/** Where the parser adds elements that the text does not have, or takes comments for text. */
const MISCOUNTED = /<(?:table|select|template|script|style|title)\b|<textarea[^>]*>(?!<\/)/;

/**
 * What Lit would find out of a template in the page: its markup without expressions, and where each of them goes.
 *
 * @param {readonly string[]} strings the template's text around its expressions
 * @returns {{markup: string, parts: (number | string)[]}} for a child the number of its comment among the elements and
 *   comments; for an attribute the number of its element, then the name with Lit's prefix
 */
export function compileTemplate(strings) {
  const parts = [];
  let markup = '';
  strings.forEach((text, index) => {
    markup += text;
    if (index === strings.length - 1) return;
    const [end, name] = ATTRIBUTE.exec(markup) ?? [];
    const isInTag = markup.lastIndexOf('<') > markup.lastIndexOf('>');
    assert.equal(
      Boolean(name),
      isInTag,
      `An attribute is one expression without quotes: ${markup}`,
    );
    if (name) markup = markup.slice(0, -end.length);
    const count = markup.match(NODES)?.length ?? 0;
    if (name) parts.push(count - 1, name);
    else {
      parts.push(count);
      markup += '<?>';
    }
  });
  assert.doesNotMatch(markup, MISCOUNTED);
  return { markup, parts };
}

/**
 * Takes every `html` template in `code` apart; what is left is for `compiledLit`.
 *
 * @param {object} program a syntax tree of the code, with positions
 * @param {string} code
 * @returns {string}
 */
export function compileTemplates(program, code) {
  const compiled = [];
  const edits = [];
  for (const { tag, quasi, start } of templates(program)) {
    assert.notEqual(tag.name, 'svg', 'Lit’s svg templates are not compiled');
    if (tag.name !== 'html') continue;
    const { quasis } = quasi;
    const { markup, parts } = compileTemplate(quasis.map(({ value }) => value.cooked));
    const name = `template$${compiled.length}`;
    const text = markup.replaceAll(/[\\`$]/g, String.raw`\$&`);
    // Lit renders markup only from a template's strings, so that no data of a page can pass for one.
    compiled.push(`const ${name} = { h: markup$\`${text}\`, p: ${JSON.stringify(parts)} };\n`);
    quasis.forEach((each, index) => {
      edits.push({
        start: index === 0 ? start : each.start - 1,
        end: each === quasis.at(-1) ? quasi.end : each.end + 2,
        text:
          (index === 0 ? `({ _$litType$: ${name}, values: [` : ',') +
          (each === quasis.at(-1) ? '] })' : ''),
      });
    });
  }
  if (compiled.length === 0) return code;
  let result = code;
  for (const { start, end, text } of edits.sort((one, other) => other.start - one.start)) {
    result = result.slice(0, start) + text + result.slice(end);
  }
  return `const markup$ = (strings) => strings;\n${compiled.join('')}${result}`;
}

/**
 * Lit's renderer without what takes templates apart in the page, which took a quarter of the form's first drawing.
 *
 * @param {string} code `lit-html.js` of the release that is installed; throws where it looks different
 */
export function compiledLit(code) {
  const replace = (text, pattern, replacement) => {
    assert.match(text, pattern, 'Lit has changed');
    return text.replace(pattern, replacement);
  };
  const classes = /"\."===\w\[1\]\?(\w):"\?"===\w\[1\]\?(\w):"@"===\w\[1\]\?(\w):(\w)/.exec(code);
  assert(classes, 'Lit has changed');
  const [, property, boolean, event, attribute] = classes;
  const readParts = `const none=["",""],partsOf=list=>{
    const parts=[];
    for(let i=0;i<list.length;){
      const index=list[i++],name=list[i];
      if("string"==typeof name){
        const ctor={".":${property},"?":${boolean},"@":${event}}[name[0]];
        i++;
        parts.push({type:1,index,name:ctor?name.slice(1):name,strings:none,ctor:ctor||${attribute}});
      }else parts.push({type:2,index});
    }
    return parts;
  };`;
  let result = replace(
    code,
    /f="\[ \\t\\n\\f\\r\]",[^]*?(?=\w=t=>\(i,\.\.\.s\)=>\(\{_\$litType\$)/,
    '',
  );
  result = replace(
    result,
    /const \w=\(t,i\)=>\{const s=t\.length-1[^]*?static createElement/,
    () => `${readParts}class S{static createElement`,
  );
  result = replace(
    result,
    /"number"==typeof s\?this\._\$AC\(t\):\(void 0===s\.el&&\((s\.el=.*?),this\.options\)\),s\)/,
    '(void 0===s.el&&($1),s.parts=partsOf(s.p)),s)',
  );
  result = replace(result, /_\$AC\(t\)\{.*?\}(?=k\(t\))/, '');
  // What Lit's other packages use; it names what is gone.
  return replace(result, /const j=\{.*?\},/, 'const j=0,');
}

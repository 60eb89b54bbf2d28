/** `src/x.ts` is published as `dist/x.js`. */
const published = (path) => path?.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

const isPublic = ({ name, privacy }) =>
  !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

/** The attribute of a property, as the element names it. */
const attributeOf = (property) => property.replace(/[A-Z]/g, '-$&').toLowerCase();

/** Leaves what a page may use: no private members, nothing that a module keeps to itself. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      const exported = new Set(
        module.exports.filter(({ kind }) => kind === 'js').map(({ name }) => name),
      );
      module.declarations = module.declarations.filter(({ name }) => exported.has(name));
      module.path = published(module.path);
      for (const each of module.exports) {
        if (each.declaration?.module) each.declaration.module = published(each.declaration.module);
        // The analyzer gives the name of the constant that holds the tag.
        if (each.kind === 'custom-element-definition') each.name = 'cometchat-profile-editor';
      }
      for (const declaration of module.declarations) {
        declaration.members &&= declaration.members.filter(isPublic);
        for (const each of declaration.attributes ?? []) each.name = attributeOf(each.fieldName);
        for (const each of declaration.members ?? []) {
          if (each.attribute) each.attribute = attributeOf(each.name);
        }
        // The analyzer takes every `dispatchEvent` for an event; only the documented ones are promised.
        declaration.events &&= declaration.events.filter(({ description }) => description);
      }
    }
  },
};

export default {
  globs: ['src/{cometchat-profile-editor,define,errors,events}.ts'],
  outdir: 'dist',
  litelement: true,
  // It would write another form of the same path into package.json with each build.
  packagejson: false,
  quiet: true,
  plugins: [publicOnly],
};

/** What the element's tag, its events and its errors are read from. */
const globs = ['src/{cometchat-profile-editor,define,errors,events,register}.ts'];

/** `src/x.ts` is published as `dist/x.js`. */
const published = (path) =>
  path
    ?.replace(process.cwd(), '')
    .replace(/^\/?src\//, 'dist/')
    .replace(/\.ts$/, '.js');

const isPublic = ({ name, privacy }) =>
  !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected';

let checker;

/** Has the analyzer read files that belong to a program, so that the compiler knows what a name stands for. */
function createModules({ ts, globs: files }) {
  const program = ts.createProgram(files, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  checker = program.getTypeChecker();
  return files.map((file) => program.getSourceFile(file));
}

/** The text of the file in which a member's type is declared; the compiler keeps no order of a union's parts. */
function sourceOf(ts, { type }) {
  const symbol = type?.typeName && checker.getSymbolAtLocation(type.typeName);
  const isImported = symbol && symbol.flags & ts.SymbolFlags.Alias;
  const declared = isImported ? checker.getAliasedSymbol(symbol) : symbol;
  return (declared?.declarations?.[0] ?? type)?.getSourceFile().text ?? '';
}

/**
 * Writes a union of texts out, `undefined` last, in the order of its declaration; nothing for other types.
 *
 * `type OtherSession = 'stop' | 'use'` gives `'stop' | 'use'` for `OtherSession`.
 */
function writeOut(ts, member) {
  const type = checker.getTypeAtLocation(member);
  const parts = type.isUnion() ? type.types : [type];
  const texts = parts.filter((part) => part.isStringLiteral());
  const isOther = (part) => !part.isStringLiteral() && checker.typeToString(part) !== 'undefined';
  if (texts.length === 0 || parts.some(isOther)) return undefined;
  const source = sourceOf(ts, member);
  const values = texts.map(({ value }) => `'${value}'`);
  values.sort((one, other) => source.indexOf(one) - source.indexOf(other));
  return [...values, ...(texts.length < parts.length ? ['undefined'] : [])].join(' | ');
}

/** The value of a literal or of a constant, as code; nothing for what is known at run time only. */
function valueOf(expression) {
  const type = checker.getTypeAtLocation(expression);
  if (type.isStringLiteral()) return `'${type.value}'`;
  if (type.isNumberLiteral()) return String(type.value);
  return /^(?:true|false)$/.test(checker.typeToString(type))
    ? checker.typeToString(type)
    : undefined;
}

/** `this.x = …` in the constructor, as pairs of the name and the expression. */
function* assignmentsOf(ts, constructor) {
  for (const { expression } of constructor.body?.statements ?? []) {
    const isAssignment = expression?.operatorToken?.kind === ts.SyntaxKind.EqualsToken;
    if (isAssignment && expression.left.expression?.kind === ts.SyntaxKind.ThisKeyword) {
      yield [expression.left.name.text, expression.right];
    }
  }
}

/** The analyzer reads file by file: it gives the name of a type or a constant, which says nothing to a reader. */
const writtenOut = {
  name: 'written-out',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.text);
    const find = (name) => declaration?.members?.find((member) => member.name === name);
    for (const each of node.members) {
      if (ts.isConstructorDeclaration(each)) {
        for (const [name, expression] of assignmentsOf(ts, each)) {
          const value = valueOf(expression);
          if (value !== undefined && find(name)) find(name).default = value;
        }
      } else {
        const member = each.name && find(each.name.text);
        const text = member?.kind === 'field' && writeOut(ts, each);
        if (text) member.type = { text };
      }
    }
  },
};

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
      for (const declaration of module.declarations) cleanUp(declaration);
    }
  },
};

function cleanUp(declaration) {
  if (declaration.superclass?.module) {
    declaration.superclass.module = published(declaration.superclass.module);
  }
  declaration.members &&= declaration.members.filter(isPublic);
  for (const member of declaration.members ?? []) {
    if (member.default === 'undefined') delete member.default;
  }
  for (const attribute of declaration.attributes ?? []) {
    const member = declaration.members.find(({ name }) => name === attribute.fieldName);
    attribute.type = member.type;
    attribute.default = member.default;
  }
  // The analyzer takes every `dispatchEvent` for an event; only the documented ones are promised.
  declaration.events &&= declaration.events.filter(({ description }) => description);
}

export default {
  globs,
  outdir: 'dist',
  litelement: true,
  // It would write another form of the same path into package.json with each build.
  packagejson: false,
  quiet: true,
  overrideModuleCreation: createModules,
  plugins: [writtenOut, publicOnly],
};

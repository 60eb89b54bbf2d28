import { join } from 'node:path';
import { build } from 'esbuild';
import { rootDir } from '../server.mjs';

/** Texts that stand there to be looked up: names, labels, hints. All others are told by the form itself. */
const NAMES =
  /^(?:form|photo|photoUrl|photoUrlHint|name|statusMessage|save|discard|tryAgain|presets?|preset[A-Z]\w*|clearStatus|preview\w*|yourName|noStatus|\w+Photo|usePhotoUrl|undo|undoSave|cancel|unsavedChanges|noChanges|keepMine|useTheirs|crop\w*|camera(?!Blocked)\w*|photoCancel)$/;
const LANGUAGES = [
  'en-us',
  'en-us-extras',
  'en-us-editing',
  'en-us-optional',
  'en-us-photo',
  'de',
  'ar',
];

async function readTexts(file) {
  const { outputFiles } = await build({
    entryPoints: [join(rootDir, `src/locales/${file}.ts`)],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const address = `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`;
  const { en, enExtras, enEditing, enOptional, enPhoto, messages } = await import(address);
  return en ?? enExtras ?? enEditing ?? enOptional ?? enPhoto ?? messages;
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a text can look like once it is filled in. */
function asPattern(text) {
  const parts = text.split(/\{\w+\}|\[[^\]]*\]/);
  return new RegExp(parts.map(escape).join('.+'));
}

const texts = await Promise.all(LANGUAGES.map(readTexts));

/** What is told of a field begins with its name. */
const withField = texts
  .flatMap(({ name, statusMessage, photoUrl }) => [name, statusMessage, photoUrl])
  .filter(Boolean)
  .map((label) => asPattern(`${label}: {text}`));

/** The name of the form, by itself: it is there after all. */
const isBack = texts
  .flatMap(({ form }) => form ?? [])
  .map((name) => new RegExp(`^${escape(name)}$`));

/** Everything that the form tells by itself, for finding what was said too much. */
export const announcements = texts
  .flatMap((each) => Object.entries(each))
  .filter(([key]) => !NAMES.test(key) && key !== 'counter')
  .map(([, text]) => asPattern(text))
  .concat(withField, isBack);

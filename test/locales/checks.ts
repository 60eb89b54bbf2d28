import { registerLanguage } from '../../src/index.js';
import type { everyLoader } from '../../src/locales/loaders.js';
import type { Checked, CheckedPhoto } from '../../src/locales/messages.js';

type Loaders = typeof everyLoader;
type Code = keyof Loaders;
/** British English has what is not as in American only. */
type WholeCode = Exclude<Code, 'en-gb'>;
type Language<Each extends Code> = Awaited<ReturnType<Loaders[Each]>>;
type Dialogs<Each extends Code> = Awaited<ReturnType<Language<Each>['loadPhotoMessages']>>;

/** `true` where all of a union is that, else what is besides. */
type Whole<Result> = Exclude<Result, true> extends never ? true : Exclude<Result, true>;

/** Does not compile where a language lacks a key, has one too many or a wrong placeholder: the error names the key. */
export const checkedForms: Whole<
  { [Each in WholeCode]: Checked<Language<Each>['messages']> }[WholeCode]
> = true;

/** The same for the photo dialogs. */
export const checkedDialogs: Whole<
  { [Each in Code]: CheckedPhoto<Dialogs<Each>['photoMessages']> }[Code]
> = true;

/** For the compiler alone: what a page registers is checked against the same keys. */
export function checkedRegistrations(): void {
  registerLanguage('af', { save: 'Stoor veranderinge', cropTitle: 'Snoei foto' });
  // @ts-expect-error: a text is a string
  registerLanguage('af', { save: 5 });
  // @ts-expect-error: there is no such text
  registerLanguage('af', { svae: 'Stoor veranderinge' });
}

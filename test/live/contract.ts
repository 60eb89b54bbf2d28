import { expect, oneEvent } from '@open-wc/testing';
import type { ProfileValues } from '../../src/index.js';
import { profileFields } from '../../src/profile.js';
import { closePages, openPage, reach, type TestPage } from '../support/page.js';
import { screenOf } from '../support/screen.js';

/** Whose profile to edit, in which app. */
export interface Account {
  readonly appId: string;
  readonly region: string;
  readonly authToken: string;
  /** The address of a picture that the page can load. */
  readonly photo: string;
}

/** One thing that the editor promises. Each starts where the one before it ended. */
export interface Check {
  readonly name: string;
  run(account: Account): Promise<void>;
}

const name = 'Live check 🧪 of the editor';
const status = 'Being checked, back in a minute';

async function open({ appId, region, authToken }: Account): Promise<TestPage> {
  const page = await openPage('');
  const editor = page.document.createElement('cometchat-profile-editor');
  Object.assign(editor, { appId, region, authToken });
  page.document.body.append(editor);
  return page;
}

/** Runs with the editor in a page of its own, once the profile is there; afterwards nobody is logged in. */
async function withEditor<Result>(
  account: Account,
  use: (page: TestPage) => Result | Promise<Result>,
): Promise<Result> {
  const page = await open(account);
  try {
    await reach(page.editor, 'ready', 'failed');
    expect(page.editor.error?.code, 'the code of the error').to.equal(undefined);
    return await use(page);
  } finally {
    page.window.sessionStorage.clear();
    closePages();
  }
}

/** What the server has, read with a login of its own. */
export async function readProfile(account: Account): Promise<ProfileValues> {
  return withEditor(account, ({ editor }) => {
    const { name: shown = '', avatar = '', statusMessage = '' } = editor.profile ?? {};
    return { name: shown, avatar, statusMessage };
  });
}

/** Compares with what the server has, field by field, so that a failure names the field. */
async function expectStored(account: Account, values: Partial<ProfileValues>): Promise<void> {
  const stored = await readProfile(account);
  for (const field of profileFields) {
    const expected = values[field];
    if (expected !== undefined) expect(stored[field], field).to.equal(expected);
  }
}

async function save(page: TestPage, values: Readonly<Record<string, string>>): Promise<void> {
  const screen = screenOf(page.editor);
  for (const [field, value] of Object.entries(values)) {
    screen.type(field, value);
    screen.leave(field);
  }
  const outcome = Promise.race([
    oneEvent(page.editor, 'profile-saved'),
    oneEvent(page.editor, 'profile-error'),
  ]);
  screen.click('Save changes');
  const { type } = await outcome;
  expect(page.editor.error?.code, 'the code of the error').to.equal(undefined);
  expect(type).to.equal('profile-saved');
}

/** The contract that is checked against a real CometChat app, and against the sandbox, in this order. */
export const checks: readonly Check[] = [
  {
    name: 'logs in and shows the profile',
    run: (account) =>
      withEditor(account, ({ editor }) => {
        expect(editor.profile?.uid).to.match(/\S/);
        expect(screenOf(editor).textbox('Name').value).to.equal(editor.profile?.name);
      }),
  },
  {
    name: 'saves name, photo and status message at once',
    run: async (account) => {
      await withEditor(account, (page) =>
        save(page, { Name: name, 'Photo URL': account.photo, 'Status message': status }),
      );
      await expectStored(account, {
        name,
        avatar: account.photo,
        statusMessage: status,
      });
    },
  },
  {
    name: 'leaves alone what was not edited',
    run: async (account) => {
      await withEditor(account, (page) => save(page, { Name: `${name}, again` }));
      await expectStored(account, {
        name: `${name}, again`,
        avatar: account.photo,
        statusMessage: status,
      });
    },
  },
  {
    name: 'stores a name of 100 characters beyond ASCII',
    run: async (account) => {
      const long = '🧪é漢ب'.repeat(25);
      await withEditor(account, (page) => save(page, { Name: long }));
      await expectStored(account, { name: long });
    },
  },
  {
    name: 'clears photo and status message',
    run: async (account) => {
      await withEditor(account, (page) => save(page, { 'Photo URL': '', 'Status message': '' }));
      await expectStored(account, { avatar: '', statusMessage: '' });
    },
  },
  {
    name: 'tells that a token is not known',
    run: async (account) => {
      const page = await open({ ...account, authToken: 'not-a-token-of-anybody' });
      try {
        await reach(page.editor, 'ready', 'failed');
        expect(page.editor.error?.code).to.equal('invalid-credentials');
      } finally {
        page.window.sessionStorage.clear();
        closePages();
      }
    },
  },
];

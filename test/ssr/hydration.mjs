import assert from 'node:assert/strict';
import {
  editorOf,
  openPage,
  saveName,
  statusOf,
  waitUntilReady,
} from '../consumers/support/browser.mjs';
import { run } from '../consumers/support/install.mjs';
import { serve } from '../consumers/support/server.mjs';

const photos = 'https://photos.sandbox.cometchat.io';
const alice = {
  uid: 'alice',
  name: 'Alice Example',
  avatar: `${photos}/alice.png`,
  statusMessage: 'In the garden until noon',
};

/** What a person sees of the form, and where. */
const look = (editor) =>
  editor.evaluate((element) => {
    const root = element.shadowRoot;
    const boxes = [...root.querySelectorAll('img, .avatar, input, textarea, button')].filter(
      (each) => each.matches('#avatar, #name, #statusMessage, .avatar, .save'),
    );
    return {
      values: [...root.querySelectorAll('input, textarea')].map(({ value }) => value),
      places: boxes.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(' ');
      }),
      initials: root.querySelector('.avatar')?.textContent.trim(),
      label: root.querySelector('label[for="name"]').textContent.trim(),
    };
  });

/**
 * Opens a page that a server has rendered while its code is still on the way.
 *
 * @returns the page, and what lets the code arrive
 */
async function openServed(browser, folder, profile, language = 'en') {
  const html = await run(
    'node',
    ['page.mjs', String(profile && JSON.stringify(profile)), language],
    folder,
  );
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  const server = await serve(
    { '/': `${folder}/site/` },
    {
      page: async (path) => {
        if (path === '/client.js') await arrived;
        return path === '/' ? html : undefined;
      },
    },
  );
  const opened = await openPage(browser, server.url);
  const loading = opened.page.goto(server.url);
  const editor = await editorOf(opened.page);
  return {
    ...opened,
    editor,
    arrive: async () => {
      arrive();
      await loading;
      await opened.page.waitForFunction((element) => element.matches(':defined'), {}, editor);
      await editor.evaluate((element) => element.updateComplete.then(() => undefined));
    },
    close: async () => {
      arrive();
      await opened.close();
      server.close();
    },
  };
}

/** Runs `test` on such a page. */
async function withServed(browser, folder, profile, language, test) {
  const served = await openServed(browser, folder, profile, language);
  try {
    await test(served);
    assert.deepEqual(served.problems, [], 'nothing red in the console');
  } finally {
    await served.close();
  }
}

/** What is judged of a server's rendering, by name. */
export const hydrationCases = (getTools) => {
  const add = (name, profile, language, test) => [
    `server rendering: ${name}`,
    async () => {
      const { browser, folder } = await getTools();
      await withServed(browser, folder, profile, language, test);
    },
  ];
  return [
    add(
      'the form is there before its code, and nothing moves when that comes',
      alice,
      'en',
      async (served) => {
        const { page, editor, arrive } = served;
        await page.waitForFunction(
          (element) => element.shadowRoot.querySelector('img').complete,
          {},
          editor,
        );
        const before = await look(editor);
        assert.deepEqual(before.values, [alice.avatar, alice.name, alice.statusMessage]);
        await editor.evaluate((element) => {
          globalThis.removals = globalThis.restyles = 0;
          new MutationObserver((records) => {
            for (const { type, removedNodes } of records) {
              if (type === 'attributes') globalThis.restyles++;
              globalThis.removals += [...removedNodes].filter(
                ({ nodeType }) => nodeType === 1,
              ).length;
            }
          }).observe(element.shadowRoot, {
            attributeFilter: ['style'],
            childList: true,
            subtree: true,
          });
        });
        await arrive();
        const after = await look(editor);
        // Ready-made status messages come with the code; they have their place kept.
        assert.deepEqual(after, before);
        assert.equal(await page.evaluate(() => globalThis.removals), 0, 'nothing was drawn anew');
        assert.equal(await page.evaluate(() => globalThis.restyles), 0, 'nothing was hidden');
        await waitUntilReady(page);
        await saveName(page, 'Alice of a server');
        assert.match(await statusOf(editor), /Profile saved/);
      },
    ),
    add('what was typed before the code came is kept', alice, 'en', async (served) => {
      const { page, editor, arrive } = served;
      const status = await page.waitForSelector('aria/Status message[role="textbox"]');
      await status.click();
      await page.keyboard.press('End');
      await status.type(' or later');
      const name = await page.waitForSelector('aria/Name[role="textbox"]');
      await name.click();
      await page.keyboard.press('Home');
      await name.type('Dr. ');
      await arrive();
      await name.type('B');
      await waitUntilReady(page);
      const { values } = await look(editor);
      assert.deepEqual(values.slice(1), [
        'Dr. BAlice Example',
        'In the garden until noon or later',
      ]);
      const draft = await editor.evaluate(({ draft: { name, statusMessage } }) => [
        name,
        statusMessage,
      ]);
      assert.deepEqual(draft, values.slice(1), 'the editor knows of it');
      await (await page.waitForSelector('aria/Save changes[role="button"]')).click();
      await page.waitForFunction(
        ({ state, hasUnsavedChanges }) => state === 'ready' && !hasUnsavedChanges,
        {},
        editor,
      );
      assert.equal(await editor.evaluate(({ profile }) => profile.name), 'Dr. BAlice Example');
    }),
    add(
      'a text that looks like HTML is only text',
      { ...alice, statusMessage: '</textarea><b>&amp; $& "x"' },
      'en',
      async (served) => {
        const { page, editor, arrive } = served;
        assert.equal((await look(editor)).values[2], '</textarea><b>&amp; $& "x"');
        await arrive();
        await waitUntilReady(page);
      },
    ),
    add(
      'a photo that fails before the code comes gives way to initials',
      { ...alice, avatar: `${photos}/missing.png` },
      'en',
      async (served) => {
        const { page, editor, arrive, problems } = served;
        await page.waitForFunction(
          (element) => element.shadowRoot.querySelector('img').complete,
          {},
          editor,
        );
        await arrive();
        assert.equal((await look(editor)).initials, 'AE');
        // The browser says itself that a picture is missing.
        problems.splice(
          0,
          problems.length,
          ...problems.filter((each) => !each.includes('missing.png')),
        );
      },
    ),
    add('another language comes with the code', alice, 'de', async ({ page, editor, arrive }) => {
      assert.equal((await look(editor)).label, 'Name');
      await arrive();
      await waitUntilReady(page);
      const form = await page.waitForSelector('aria/Dein Profil[role="form"]');
      assert.ok(form);
    }),
    add('without a profile the fields wait', undefined, 'en', async ({ page, editor, arrive }) => {
      assert.deepEqual((await look(editor)).values, ['', '', '']);
      await arrive();
      assert.equal(await waitUntilReady(page), 'Alice Example');
      assert.deepEqual((await look(editor)).values.slice(1), [alice.name, alice.statusMessage]);
    }),
  ];
};

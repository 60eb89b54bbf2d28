import { expect } from '@open-wc/testing';
import '../../src/define.js';
import type { CometChatProfileEditor } from '../../src/index.js';
import { until } from '../support/page.js';
import { createFakeSdk } from '../support/fake-sdk.js';
import { fuzzSettings, makeOddSettings } from './odd-settings.js';
import { makeRandom } from './random.js';

/** What a setting that makes no sense, or leads nowhere, may be told as. */
const fitting = ['invalid-config', 'no-token', 'invalid-credentials', 'session-conflict'];

describe('settings of any type', () => {
  let element: CometChatProfileEditor;

  afterEach(() => {
    element.remove();
    sessionStorage.clear();
  });

  const show = async (given: Readonly<Record<string, unknown>>, label: string): Promise<void> => {
    element = document.createElement('cometchat-profile-editor');
    const codes: string[] = [];
    element.addEventListener('profile-error', ({ error }) => codes.push(error.code));
    // Whatever the settings say, the page's copy is there, in which alice is logged in.
    Object.assign(element, { lang: 'en' }, given);
    document.body.append(element);
    await element.updateComplete;
    await until(
      () => element.state !== 'connecting',
      () => `${label}: it connects for ever`,
    );
    await element.updateComplete;
    expect(
      codes.filter((code) => !fitting.includes(code)),
      label,
    ).to.deep.equal([]);
    const shown = element.shadowRoot?.querySelector('form');
    expect(shown, label).to.not.equal(null);
    if (element.state === 'failed') {
      expect(
        element.shadowRoot?.querySelector('[role=alert]')?.textContent?.trim(),
        label,
      ).not.to.equal('');
    }
  };

  it('are made sound', () => {
    element = document.createElement('cometchat-profile-editor');
    expect(fuzzSettings(2_000, 1)).to.deep.equal([]);
  });

  it('leave a form that says what is wrong', async () => {
    const random = makeRandom(1);
    for (let run = 0; run < 150; run += 1) {
      const { appId = 'app', ...given } = makeOddSettings(random);
      const { sdk } = createFakeSdk({ appId: 'app', uid: 'alice' });
      // The SDK's own copy is not fetched: what is odd is tried on a page that has one.
      await show(
        { appId, sdk, ...given, ...('sdk' in given && { sdk: given['sdk'] ?? sdk }) },
        `run ${run}`,
      );
      element.remove();
    }
  });
});

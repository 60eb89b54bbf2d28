import { expect } from '@open-wc/testing';
import { assumptions } from '../../demo/sandbox/assumptions.js';
import { statuses } from '../../demo/sandbox/responses.js';

describe('sandbox: what it assumes', () => {
  it('has a topic once, in texts that fit into a table', () => {
    const topics = assumptions.map(({ topic }) => topic);
    expect(topics).to.deep.equal([...new Set(topics)]);
    for (const row of assumptions) {
      for (const text of Object.values(row)) expect(text).to.match(/^[^\n|]+$/);
    }
  });

  it('names every error code, with the status that the sandbox answers', () => {
    const claims = assumptions.flatMap(({ assumed }) => [
      ...assumed.matchAll(/(\d{3}) ((?:AUTH_)?ERR_[A-Z_]+)/g),
    ]);
    const answers = new Map<string, number>(Object.entries(statuses));
    expect(new Set(claims.map(([, , code]) => code))).to.deep.equal(new Set(answers.keys()));
    for (const [claim, status, code = ''] of claims) {
      expect(answers.get(code), claim).to.equal(Number(status));
    }
  });
});

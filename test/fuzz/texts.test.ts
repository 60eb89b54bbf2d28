import { expect } from '@open-wc/testing';
import { fuzzTexts } from './text-costs.js';

describe('random texts', () => {
  it('are cleaned for good', () => {
    expect(fuzzTexts(500, 1).findings).to.deep.equal([]);
  });
});

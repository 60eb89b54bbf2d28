import { expect } from '@open-wc/testing';
import { fuzzPhotos } from './photo-mutations.js';

describe('mutated photos', () => {
  it('never throw, grow, or keep a text', async () => {
    const { findings, cleaned } = await fuzzPhotos(1000, 1);
    expect(findings).to.deep.equal([]);
    // Or it would not have tried the cleaning.
    expect(cleaned).to.be.above(50);
  });
});

/** How many sequences the model test tries; `npm run model` puts another number here. */
export const runs = 2_000;

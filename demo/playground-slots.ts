/** Something for each of the editor's slots, as a page might put it there. */
export const sampleSlots: Readonly<Record<string, string>> = {
  heading: '<h2 slot="heading">Your profile</h2>',
  'before-fields': '<p slot="before-fields">Colleagues in every channel see this.</p>',
  'after-fields':
    '<label slot="after-fields"><input type="checkbox" /> Show me in the directory</label>',
  footer: '<p slot="footer"><a href="#">Delete my account</a></p>',
};

import { renderEditor } from './render.mjs';

const [, , profile, language] = process.argv;

console.log(`<!doctype html>
<html lang="${language}">
  <meta charset="utf-8" />
  <title>My account</title>
  <script type="module" src="/client.js"></script>
  ${await renderEditor(profile === 'undefined' ? undefined : JSON.parse(profile))}
</html>`);

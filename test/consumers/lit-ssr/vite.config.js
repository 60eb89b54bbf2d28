import { defineConfig } from 'vite';

export default defineConfig({
  build: { rollupOptions: { input: 'src/client.js', output: { entryFileNames: 'client.js' } } },
});

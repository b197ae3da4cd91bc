import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const directory = fileURLToPath(new URL('.', import.meta.url));

// The built page is served by src/http/page.ts, which puts a fresh nonce in the placeholder's place.
export default defineConfig({
  root: directory,
  plugins: [
    lingui({
      configPath: `${directory}lingui.config.ts`,
      macroTransform: { macro: { descriptorFields: 'message' } },
      failOnCompileError: true,
    }),
    react(),
  ],
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Data URLs would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: [`${directory}index.html`, `${directory}graphiql/index.html`] },
    chunkSizeWarningLimit: 700,
    target: 'es2022',
  },
});

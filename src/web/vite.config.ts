import { fileURLToPath } from 'node:url';
import linguiMacro from '@lingui/babel-plugin-lingui-macro';
import { lingui } from '@lingui/vite-plugin';
import babel, { defineRolldownBabelPreset } from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { graphql } from './generated/gql.ts';

const directory = fileURLToPath(new URL('.', import.meta.url));

const STYLESHEETS = /\s*<link rel="stylesheet"[^>]*>/g;

/** In the head, style sheets would hold back the shell until they are there; the script waits for them wherever they stand. */
const paintShellFirst: Plugin = {
  name: 'paint-shell-first',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => {
      const sheets = html.match(STYLESHEETS)?.join('') ?? '';
      return html.replace(STYLESHEETS, '').replace('</body>', () => `${sheets}\n  </body>`);
    },
  },
};

// The English stays in the code, so that it needs no catalog. Lingui's own transformer in Rust would be faster, but npm leaves
// its binary out where the machine's own Node is older than 22.
const macros = defineRolldownBabelPreset({
  preset: { plugins: [[linguiMacro, { descriptorFields: 'message' }]] },
  rolldown: { filter: { code: /@lingui\/\w+\/macro/ } },
});

/**
 * Puts the text of each document where it is used: the generated map would bring all of them, twice, with the first load. The client
 * preset's own Babel plugin imports them from one generated file, which comes with the first load as a whole: 3 kB more, compressed.
 */
const documentsInPlace: Plugin = {
  name: 'documents-in-place',
  enforce: 'pre',
  transform: {
    filter: { id: '**/src/web/**', code: /generated\/gql\.ts'/ },
    handler: (code) =>
      code
        .replace(/^import \{ graphql \} from .*$/m, '')
        .replace(/\bgraphql\(`([^`]*)`\)/g, (_, source) => JSON.stringify(String(graphql(source)))),
  },
};

/** Mantine's ScrollArea, which each Modal and Table brings along, takes one line from a library of 12 kB that a dialog needs nothing else of. */
const lightScrollArea: Plugin = {
  name: 'light-scroll-area',
  enforce: 'pre',
  resolveId: (id, importer) =>
    id === '@floating-ui/react' && importer?.endsWith('/ScrollArea.mjs') ? '\0merge-refs' : undefined,
  load: (id) =>
    id === '\0merge-refs'
      ? "import { useMergedRef } from '@mantine/hooks'; export const useMergeRefs = (refs) => useMergedRef(...refs);"
      : undefined,
};

/**
 * Without them each set of modules that some parts of the page share is a file of its own, and a visit asks for more than 170.
 * What GraphiQL needs too stays apart, so that it loads nothing else of the page.
 */
const chunks = [
  {
    name: 'session',
    test: /\/src\/web\/(api\/access-key|language\/language|viewer\/describe-viewer)\.ts$/,
    priority: 3,
  },
  // Runs before the rest of what comes first is there.
  { name: 'questions', test: /\/src\/web\/first-questions\.ts$/, priority: 2 },
  { name: 'first', test: /^(?!.*\/src\/web\/graphiql\/)/, tags: ['$initial' as const], priority: 1 },
  // Of what comes later small chunks are joined with those that are needed at nearly the same places.
  { name: 'later', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 20_000 },
];

// The built page is served by src/http/page.ts, which puts a fresh nonce in the placeholder's place.
export default defineConfig({
  root: directory,
  // Files name each other relative to themselves, so that the page works below any path.
  base: './',
  plugins: [
    react(),
    babel({ presets: [macros] }),
    lingui({ failOnCompileError: true }),
    paintShellFirst,
    documentsInPlace,
    lightScrollArea,
  ],
  html: { cspNonce: 'CSP_NONCE' },
  build: {
    outDir: fileURLToPath(new URL('../../dist/web', import.meta.url)),
    emptyOutDir: true,
    // Data URLs would need a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: [`${directory}index.html`, `${directory}graphiql/index.html`],
      output: { codeSplitting: { groups: chunks } },
    },
    chunkSizeWarningLimit: 700,
    target: 'es2022',
  },
});

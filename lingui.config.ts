import { fileURLToPath } from 'node:url';
import { defineConfig } from '@lingui/cli';
import { formatter } from '@lingui/format-po';

// The English stands in the source alone; `npm run translate` gathers it into the catalogs of the other languages.
export default defineConfig({
  rootDir: fileURLToPath(new URL('src/web', import.meta.url)),
  sourceLocale: 'en',
  locales: ['es', 'pt', 'ar', 'de'],
  catalogs: [{ path: '<rootDir>/locales/{locale}', include: ['<rootDir>'], exclude: ['**/generated/**'] }],
  format: formatter({ lineNumbers: false }),
});

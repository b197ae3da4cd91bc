import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { readConfig } from '../config.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

// The service starts anew, and the page is renewed in place, as one edits.
const flags = ['--disallow-code-generation-from-strings', '--watch'];
const service = spawn(process.execPath, [...flags, path('../main.ts')], { stdio: 'inherit' });
const target = `http://127.0.0.1:${readConfig().port}`;
const vite = await createServer({
  configFile: path('../web/vite.config.ts'),
  server: {
    port: 5173,
    // The files of an export are the service's, too; without them Vite answers with the page.
    proxy: { '/graphql': target, '^/projects/[^/]+/users\\.csv': target, '^/users/[^/]+\\.json': target },
  },
});
await vite.listen();
vite.printUrls();

process.on('exit', () => service.kill());
process.on('SIGINT', () => process.exit()).on('SIGTERM', () => process.exit());

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

type Outcome = { status: number | null; output: string; errors: string };

/** A data directory of its own, and what users start on it: the commands and the service. */
export function createSite() {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'users-management-site-'));
  const start = (file: string, words: string[], environment: Record<string, string>) =>
    spawn(process.execPath, [join(SOURCE, file), ...words], {
      env: { PATH: process.env.PATH, DATA_DIR: dataDirectory, PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  let service: ChildProcess | undefined;

  return {
    dataDirectory,
    async run(command: 'access-key' | 'demo', words: string[], environment: Record<string, string> = {}) {
      const child = start(`commands/${command}.ts`, words, environment);
      const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      return { status: child.exitCode, output, errors } satisfies Outcome;
    },
    /** The address of its GraphQL, once it listens. */
    async startService(): Promise<string> {
      const child = start('main.ts', [], {});
      service = child;
      let said = '';
      return new Promise((resolve, reject) => {
        child.stderr.on('data', (chunk) => (said += chunk));
        child.stdout.on('data', (chunk) => {
          said += chunk;
          const [origin] = /http:\/\/localhost:\d+/.exec(said) ?? [];
          if (origin) resolve(`${origin}/graphql`);
        });
        child.once('exit', () => reject(new Error(`The service did not start: ${said}`)));
      });
    },
    async stopService(): Promise<void> {
      if (service?.exitCode !== null) return;
      service.kill('SIGTERM');
      await once(service, 'exit');
    },
    remove: () => rmSync(dataDirectory, { recursive: true, force: true }),
  };
}

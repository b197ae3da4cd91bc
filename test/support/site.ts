import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ENVIRONMENT, inTerminal, type ServiceProcess, startProcess } from './service-process.ts';

const COMMANDS = fileURLToPath(new URL('../../src/commands/', import.meta.url));

type Command = 'access-key' | 'backup' | 'demo' | 'export' | 'import' | 'restore';

/** A data directory of its own, or this database, and what users start on it: the commands and the service. */
export function createSite(database?: string) {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'users-management-site-'));
  const place: Record<string, string> = { DATA_DIR: dataDirectory, ...(database ? { DATABASE_URL: database } : {}) };
  let service: ServiceProcess | undefined;

  const start = (
    command: Command,
    words: string[],
    environment: Record<string, string> = {},
    { hasTerminal = false } = {},
  ) => {
    const line: [string, string[]] = [process.execPath, [join(COMMANDS, `${command}.ts`), ...words]];
    return spawn(...(hasTerminal ? inTerminal(...line) : line), {
      env: { ...ENVIRONMENT, ...place, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };

  return {
    dataDirectory,
    /** What its service has written so far. */
    output: () => service?.output() ?? '',
    /** A command that still runs. */
    start,
    async run(...command: Parameters<typeof start>) {
      const child = start(...command);
      const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
      return { status: child.exitCode, output, errors };
    },
    /** The address of its GraphQL. */
    async startService(): Promise<string> {
      service = await startProcess(place);
      return service.url;
    },
    async close(): Promise<void> {
      service?.child.kill('SIGTERM');
      await service?.exit();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}

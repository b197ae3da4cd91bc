import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { postgraphileDialect } from './contenders/postgraphile-dialect.ts';
import { endWithBench } from './end-with-bench.ts';
import type { Letter } from './operations.ts';
import { BENCH_FOLDER, type BenchDatabase, type Seeded } from './seed.ts';

/** A server, of one process unless told otherwise, that answers the operations. */
export type Contender = {
  name: string;
  title: string;
  file: string;
  nodeFlags?: string[];
  flags?: string[];
  /** Where it answers an operation. */
  path(letter: Letter): string;
  /** How it is asked, and what it can be asked, if not in the words of the contract. */
  dialect?: Dialect;
};

/** By operation: its own document and variables, and what its answer means in the contract's words. */
export type Dialect = Partial<
  Record<
    Letter,
    // biome-ignore lint/suspicious/noExplicitAny: whatever the operation and the contender's schema say
    { document: string; variables(variables: any, seeded: Seeded): object; read(data: any): unknown }
  >
>;

const graphql = () => '/graphql';

export const CONTENDERS: readonly Contender[] = [
  {
    name: 'ours',
    title: 'this service',
    file: '../../src/main.ts',
    nodeFlags: ['--disallow-code-generation-from-strings'],
    path: graphql,
  },
  { name: 'limit', title: 'the limit', file: 'contenders/limit.ts', path: (letter) => `/${letter}` },
  {
    name: 'limit-pipelined',
    title: 'the limit, pipelined',
    file: 'contenders/limit.ts',
    flags: ['--pipelined'],
    path: (letter) => `/${letter}`,
  },
  { name: 'yoga', title: 'Yoga', file: 'contenders/yoga.ts', path: graphql },
  { name: 'yoga-duties', title: 'Yoga, same duties', file: 'contenders/yoga.ts', flags: ['--duties'], path: graphql },
  { name: 'apollo', title: 'Apollo Server 5', file: 'contenders/apollo.ts', path: graphql },
  mercurius('mercurius', 'Mercurius'),
  mercurius('mercurius-pipelined', 'Mercurius, pipelined', '--pipelined'),
  mercurius('mercurius-duties', 'Mercurius, pipelined, same duties', '--pipelined', '--duties'),
  mercurius('mercurius-jit', 'Mercurius + jit', '--jit'),
  mercurius('mercurius-jit-pipelined', 'Mercurius + jit, pipelined', '--jit', '--pipelined'),
  {
    name: 'postgraphile',
    title: 'PostGraphile 5',
    file: 'contenders/postgraphile.ts',
    path: graphql,
    dialect: postgraphileDialect,
  },
];

function mercurius(name: string, title: string, ...flags: string[]): Contender {
  return { name, title, file: 'contenders/mercurius.ts', flags, path: graphql };
}

/** Whether it has an answer to the operation at all. Only the service creates many users at once. */
export function answers({ name, dialect }: Contender, letter: Letter): boolean {
  if (letter === 'G') return name === 'ours';
  return dialect === undefined || letter in dialect;
}

export type Running = Contender & { url: string; child: ChildProcess; postmaster: number };

const PATIENCE_MS = 60_000;

/** Starts it as its users do. What it writes goes to a file, as in production. */
export async function start(
  contender: Contender,
  { connectionString, postmaster }: Pick<BenchDatabase, 'connectionString' | 'postmaster'>,
  nodeFlags: readonly string[] = [],
  environment: Record<string, string> = {},
): Promise<Running> {
  mkdirSync(join(BENCH_FOLDER, 'logs'), { recursive: true });
  const logFile = join(BENCH_FOLDER, 'logs', `${contender.name}.log`);
  const log = openSync(logFile, 'w');
  const script = fileURLToPath(new URL(contender.file, import.meta.url));
  const child = spawn(
    process.execPath,
    [...(contender.nodeFlags ?? []), ...nodeFlags, script, ...(contender.flags ?? [])],
    {
      env: {
        PATH: process.env.PATH,
        NODE_ENV: 'production',
        DATABASE_URL: connectionString,
        PORT: '0',
        // The limits are on, but one key sends here what a thousand would.
        REQUESTS_PER_MINUTE: '1000000000',
        COST_PER_MINUTE: '1000000000',
        ...environment,
      },
      stdio: ['ignore', log, log],
    },
  );
  closeSync(log);
  endWithBench(child);
  for (const end = Date.now() + PATIENCE_MS; ; await delay(50)) {
    const port = /http:\/\/localhost:(\d+)\//.exec(readFileSync(logFile, 'utf8'))?.[1];
    if (port) return { ...contender, child, postmaster, url: `http://127.0.0.1:${port}` };
    if (child.exitCode !== null || Date.now() > end) {
      child.kill('SIGKILL');
      throw new Error(`${contender.title} did not start: ${readFileSync(logFile, 'utf8').slice(-2000)}`);
    }
  }
}

export async function stop({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await exited;
  clearTimeout(timer);
}

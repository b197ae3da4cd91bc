import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type ServiceProcess = {
  child: ChildProcess;
  url: string;
  metricsUrl: string;
  /** All it has written so far. */
  output(): string;
  /** Waits until that is in it. */
  wrote(text: string | RegExp): Promise<void>;
  /** Waits for the end; the exit code, or null when a signal killed it. */
  exit(): Promise<number | null>;
};

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
// What the image gives node, too.
const [, command = ''] = /^CMD (.+)$/m.exec(readFileSync(`${ROOT}deploy/Dockerfile`, 'utf8')) ?? [];
const [, ...START] = JSON.parse(command);

/** Of every process. What one compiled need not be compiled by the next: starting is most of what tests of processes cost. */
export const ENVIRONMENT = {
  PATH: process.env.PATH,
  NODE_ENV: 'production',
  NODE_COMPILE_CACHE: `${ROOT}node_modules/.cache/compiled`,
};

const SCRIPT = '/usr/bin/script';

type Started = ReturnType<typeof spawnService>;

/** The service as users start it, in a process of its own on free ports. */
export function startProcess(environment: Record<string, string>, nodeOptions: string[] = []): Promise<ServiceProcess> {
  return untilUp(spawnService(environment, nodeOptions));
}

/** Whether this machine can lend a process a terminal: by util-linux's `script`. */
export const hasTerminal = spawnSync(SCRIPT, ['--version']).status === 0;

/** The same with a terminal for its standard output. A signal is for the process itself: `child` is what lends the terminal. */
export function startInTerminal(environment: Record<string, string>): Promise<ServiceProcess> {
  return untilUp(spawnWith(...inTerminal(process.execPath, START), environment));
}

/** The command and words that run these with a terminal for their standard output. */
export function inTerminal(command: string, words: string[]): [command: string, words: string[]] {
  return [SCRIPT, ['-qec', [command, ...words].map((word) => `'${word}'`).join(' '), '/dev/null']];
}

async function untilUp({ child, output }: Started): Promise<ServiceProcess> {
  const exited = once(child, 'exit');
  const wrote = async (text: string | RegExp) => {
    while (output().search(text) < 0) {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`The service ended: ${output()}`);
      const heard = new AbortController();
      const more = [child.stdout, child.stderr].map((stream) => once(stream, 'data', { signal: heard.signal }));
      await Promise.race([...more, exited]).finally(() => heard.abort());
    }
  };
  await wrote(/\/metrics\r?\n/);
  const addressOf = (path: string) => new RegExp(`http://localhost:\\d+/${path}`).exec(output())?.[0] ?? '';
  const exit = async () => (await exited)[0];
  return { child, url: addressOf('graphql'), metricsUrl: addressOf('metrics'), output, wrote, exit };
}

const GIVEN_UP_MS = 20_000;

/** The milliseconds of the processor that it has taken so far. */
export async function readProcessor({ metricsUrl }: ServiceProcess): Promise<number> {
  const text = await (await fetch(metricsUrl, { signal: AbortSignal.timeout(GIVEN_UP_MS) })).text();
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]) * 1000;
}

/** Starts it and waits for its end, for starts that must fail. */
export async function runToEnd(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = spawnService(environment, []);
  const [code] = await once(child, 'close');
  return { code, output: output() };
}

function spawnService(environment: Record<string, string>, nodeOptions: string[]) {
  return spawnWith(process.execPath, [...nodeOptions, ...START], environment);
}

function spawnWith(program: string, words: string[], environment: Record<string, string>) {
  const child = spawn(program, words, {
    cwd: ROOT,
    env: { ...ENVIRONMENT, PORT: '0', METRICS_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const collect = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return { child, output: () => text };
}

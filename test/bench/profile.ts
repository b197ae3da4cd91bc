import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Contender, start, stop } from './contenders.ts';
import { drive, loadOf, requestsOf } from './measure.ts';
import type { Operation } from './operations.ts';
import type { BenchDatabase } from './seed.ts';

type Profile = {
  startTime: number;
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
};

/** Where a contender's time goes in an operation: its functions by the time spent in themselves, largest first. */
export async function profile(
  database: BenchDatabase,
  contender: Contender,
  operation: Operation,
  variables: Iterator<object, never>,
  seconds: number,
): Promise<string> {
  const folder = join(database.directory, 'profile');
  rmSync(folder, { recursive: true, force: true });
  const running = await start(contender, database, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
  const next = requestsOf(running, operation, variables, database.seeded);
  const load = loadOf(operation, { connections: 16, seconds });
  let requests = 0;
  let began = 0;
  let ended = 0;
  try {
    // Its first seconds tell more of Node.js loading and compiling it.
    await drive(running, next, load);
    began = microseconds();
    const { latencies } = await drive(running, next, load);
    ended = microseconds();
    requests = latencies.length;
  } finally {
    await stop(running);
  }
  const [file = ''] = readdirSync(folder);
  const recorded: Profile = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const table = summarise(between(recorded, began, ended), requests);
  return `${operation.letter} ${operation.title}, ${contender.title}\n${table}`;
}

// V8 notes times by the same clock.
function microseconds(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

function between(profile: Profile, began: number, ended: number): Profile {
  let time = profile.startTime;
  const timeDeltas = profile.timeDeltas.map((delta) => {
    time += delta;
    return time >= began && time <= ended ? delta : 0;
  });
  return { ...profile, timeDeltas };
}

const SHOWN = 45;

function summarise({ nodes, samples, timeDeltas }: Profile, requests: number): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const times = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)') continue;
    const place = frame.url.replace(/^.*\/(?=node_modules|src|test)/, '').replace(/^.*node_modules\//, '');
    const name = `${frame.functionName || '(anonymous)'} ${place}:${frame.lineNumber + 1}`;
    times.set(name, (times.get(name) ?? 0) + (timeDeltas[at] ?? 0));
  }
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const byPackage = Map.groupBy(times, ([name]) => packageOf(name));
  const packages = [...byPackage].map(([name, entries]): [string, number] => [
    name,
    entries.reduce((sum, [, time]) => sum + time, 0),
  ]);
  const line = ([name, time]: [string, number]) =>
    `${((time / total) * 100).toFixed(1).padStart(5)} %  ${(time / requests).toFixed(1).padStart(6)} µs  ${name}`;
  const list = (entries: Iterable<[string, number]>) =>
    [...entries]
      .sort(([, a], [, b]) => b - a)
      .slice(0, SHOWN)
      .map(line)
      .join('\n');
  return `${(total / requests).toFixed(0)} µs a request\n${list(packages)}\n\n${list(times)}\n`;
}

function packageOf(name: string): string {
  const place = name.split(' ').at(-1) ?? '';
  if (place.startsWith('src/') || place.startsWith('node:'))
    return place.split('/').slice(0, 2).join('/').replace(/:\d+$/, '');
  return place.startsWith(':')
    ? name.replace(/ :.*$/, '')
    : place
        .split('/')
        .slice(0, place.startsWith('@') ? 2 : 1)
        .join('/');
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openEmbeddedDatabase } from '../../src/postgres/open.ts';
import { startProxy } from '../support/database-proxy.ts';
import { runToEnd, type ServiceProcess, startProcess } from '../support/service-process.ts';
import { prepareWorkspace, startSynchronousPair } from './failover.ts';
import { DATABASE_FAULTS, type Scene } from './faults.ts';
import { type Load, startLoad, type Target } from './load.ts';

// Faults done to a real service under a steady load; prints what its callers saw. Takes about three minutes.
const WORKERS = 6;
const BEFORE_MS = 1000;
const AFTER_MS = 3000;
const FAILOVER = 'a synchronous standby is cut off, the primary lost, the standby promoted';
const ENVIRONMENT = { LOG_LEVEL: 'error', REQUESTS_PER_MINUTE: '1000000', COST_PER_MINUTE: '100000000' };

const dataDirectory = mkdtempSync(join(tmpdir(), 'users-management-faults-'));
const rows: Record<string, string | number>[] = [];
let failures = 0;

let embedded = await startProcess({ ...ENVIRONMENT, DATA_DIR: dataDirectory });
const { connectionString: databaseUrl } = await openEmbeddedDatabase(dataDirectory);
const location = new URL(databaseUrl);
const proxy = await startProxy({ host: location.hostname, port: Number(location.port) });
location.port = String(proxy.port);
const proxied = await startProcess({ ...ENVIRONMENT, DATABASE_URL: location.href, DATA_DIR: dataDirectory });
const scene: Scene = { dataDirectory, databaseUrl, proxy };
try {
  const administrator = readFileSync(join(dataDirectory, 'administrator.key'), 'utf8').trim();
  const project = await prepareProject(embedded.url, administrator);
  const only = process.argv[2];
  for (const fault of DATABASE_FAULTS.filter(({ name }) => !only || name.includes(only))) {
    const service = fault.through === 'proxy' ? proxied : embedded;
    const { load, healed } = await observe({ ...project, url: service.url }, () => fault.run(scene));
    await report(fault.name, load, { service, healed });
  }
  if (!only || FAILOVER.includes(only)) await failOver();
  if (!only) {
    await restartUnderLoad('SIGTERM', project);
    await restartUnderLoad('SIGKILL', project);
    await startWithoutDatabase();
  }
} finally {
  console.table(rows);
  proxy.close();
  for (const { child, exit } of [proxied, embedded]) {
    child.kill('SIGTERM');
    await exit();
  }
  rmSync(dataDirectory, { recursive: true, force: true });
}
process.exitCode = failures === 0 ? 0 : 1;

async function observe<T>(target: Target, run: () => Promise<T>): Promise<{ load: Load; healed: number; told: T }> {
  const { load, stop } = startLoad(target);
  await delay(BEFORE_MS);
  const told = await run();
  const healed = performance.now();
  await delay(AFTER_MS);
  await stop();
  return { load, healed, told };
}

type Seen = { service: ServiceProcess; healed: number; databaseUrl?: string; recoveryMs?: number; isRight?: boolean };

async function report(name: string, load: Load, seen: Seen): Promise<void> {
  const { service, healed, databaseUrl = scene.databaseUrl, recoveryMs = 1000, isRight = true } = seen;
  const count = (wanted: string) => load.samples.filter(({ outcome }) => outcome === wanted).length;
  const longest = Math.round(Math.max(...load.samples.map(({ milliseconds }) => milliseconds)));
  // Until every request that began later was answered well.
  const lastTrouble = load.samples.findLast(({ outcome }) => outcome !== 'good');
  const recovery = Math.max(0, Math.round((lastTrouble?.at ?? 0) - healed));
  const statuses = (wanted: string) => load.probes.filter(({ path }) => path === wanted).map(({ status }) => status);
  const ready = statuses('/ready');
  const lost = await countLost(load.acknowledged, databaseUrl);
  const isHealthGreen = statuses('/health').every((status) => status === 200);
  const row = {
    fault: name,
    good: count('good'),
    refused: count('refused'),
    bad: count('bad') + count('unreached'),
    'longest wait ms': longest,
    'recovered after ms': recovery,
    'acknowledged, lost': `${load.acknowledged.length}, ${lost}`,
    health: isHealthGreen ? 'green' : 'red',
    ready: `${ready.includes(503) ? 'red, ' : ''}${ready.at(-1) === 200 ? 'green' : 'red'}`,
  };
  const isGood = row.bad === 0 && longest <= 5000 && recovery <= recoveryMs && lost === 0;
  const isHeld = isGood && isHealthGreen && ready.at(-1) === 200 && isRight;
  add({ ...row, held: isHeld && service.child.exitCode === null ? 'yes' : 'NO' });
  for (const { detail } of load.samples.filter(({ outcome }) => ['bad', 'unreached'].includes(outcome)).slice(0, 3))
    console.log(`  ${detail}`);
}

/** Two servers in the service's address; nothing that was acknowledged may be missing in the one that takes over. */
async function failOver(): Promise<void> {
  const pair = await startSynchronousPair(join(dataDirectory, 'pair'));
  const service = await startProcess({ ...ENVIRONMENT, DATABASE_URL: pair.databaseUrl });
  try {
    const project = await prepareProject(service.url, await prepareWorkspace(pair.databaseUrl));
    const { load, healed, told } = await observe({ ...project, url: service.url }, pair.failOver);
    const isRight = load.probes
      .filter(({ path, began, at }) => path === '/ready' && began > told.killed && at < told.promoting)
      .every(({ status }) => status === 503);
    await report(FAILOVER, load, { service, healed, databaseUrl: pair.standbyUrl, recoveryMs: 2000, isRight });
  } finally {
    service.child.kill('SIGTERM');
    await service.exit();
    await pair.stop();
  }
}

/** The process itself ends under load, and another takes over on the same data. */
async function restartUnderLoad(signal: 'SIGTERM' | 'SIGKILL', project: Omit<Target, 'url'>): Promise<void> {
  const { load, stop } = startLoad({ ...project, url: embedded.url });
  await delay(BEFORE_MS);
  embedded.child.kill(signal);
  const began = performance.now();
  const code = await embedded.exit();
  const ended = Math.round(performance.now() - began);
  await stop();
  embedded = await startProcess({ ...ENVIRONMENT, DATA_DIR: dataDirectory });
  scene.databaseUrl = (await openEmbeddedDatabase(dataDirectory)).connectionString;
  const lost = await countLost(load.acknowledged);
  const bad = load.samples.filter(({ outcome }) => outcome === 'bad').length;
  const isHeld = lost === 0 && bad === 0 && (signal === 'SIGKILL' || (code === 0 && ended < 10_000));
  add({
    fault: `the service gets ${signal}`,
    good: load.samples.filter(({ outcome }) => outcome === 'good').length,
    bad,
    'acknowledged, lost': `${load.acknowledged.length}, ${lost}`,
    note: signal === 'SIGTERM' ? `exit ${code} after ${ended} ms` : 'started again on its data',
    held: isHeld ? 'yes' : 'NO',
  });
}

async function startWithoutDatabase(): Promise<void> {
  const { code, output } = await runToEnd({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' });
  const isHeld = code === 1 && output.trim().split('\n').length === 1;
  add({ fault: 'a start without a database', note: `exit ${code}: ${output.trim()}`, held: isHeld ? 'yes' : 'NO' });
}

function add(row: Record<string, string | number>): void {
  rows.push(row);
  if (row.held === 'NO') failures += 1;
  console.log(`${row.held === 'NO' ? 'not held' : 'held'}: ${row.fault}`);
}

async function countLost(ids: string[], connectionString = scene.databaseUrl): Promise<number> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { rows: found } = await client.query('select from users where id = any($1::uuid[])', [ids]);
  await client.end();
  return ids.length - found.length;
}

async function prepareProject(url: string, administrator: string): Promise<Omit<Target, 'url'>> {
  const ask = async (query: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${administrator}` },
      body: JSON.stringify({ query }),
    });
    return (await response.json()).data;
  };
  const { viewer } = await ask('{ viewer { projects { id environments { id } } } }');
  const [project] = viewer.projects;
  const keys: string[] = [];
  for (let index = 0; index < WORKERS; index += 1) {
    const input = `{ name: "Worker ${index}", role: MEMBER, projectId: "${project.id}" }`;
    const { createAccessKey } = await ask(`mutation { createAccessKey(input: ${input}) { secret } }`);
    keys.push(createAccessKey.secret);
  }
  return { keys, projectId: project.id, environmentId: project.environments[0].id };
}

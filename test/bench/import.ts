import { fill } from '../../src/commands/demo/fill.ts';
import { makePeople } from '../../src/commands/demo/people.ts';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../../src/database/environments.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { createProject } from '../../src/domain/projects.ts';
import { CONTENDERS, type Running, start, stop } from './contenders.ts';
import type { Inputs } from './inputs.ts';
import { drive, median, type Round, requestsOf } from './measure.ts';
import { OPERATIONS } from './operations.ts';
import { type BenchDatabase, databaseOf, dropSearchIndex, query, type Seeded, withDatabase } from './seed.ts';

export type ImportReport = {
  withIndex: Round[];
  withoutIndex: Round[];
  rebuilding: Round;
  rebuildSeconds: number;
  indexMegabytes: number;
  importSeconds: number;
  buildSeconds: number;
};

const SCRATCH = 'bench_without_index';
const CONNECTIONS = 16;

/** What the search index costs: at createUser, at an import, and while it is built anew. A copy of the database goes without it. */
export async function measureImport(
  database: BenchDatabase,
  inputs: Inputs,
  { users, rounds, seconds }: { users: number; rounds: number; seconds: number },
): Promise<ImportReport> {
  const { connectionString, seeded } = database;
  const maintenance = withDatabase(connectionString, 'postgres');
  const scratch = withDatabase(connectionString, SCRATCH);
  await query(maintenance, `drop database if exists ${SCRATCH} with (force)`);
  await query(maintenance, `create database ${SCRATCH} template ${databaseOf(connectionString)}`);
  const running: Running[] = [];
  try {
    const restore = await dropSearchIndex(scratch);
    const [ours] = CONTENDERS;
    if (!ours) throw new Error('Nothing to measure.');
    const indexed = await start(ours, database);
    running.push(indexed);
    const bare = await start({ ...ours, name: 'ours-without-index' }, { ...database, connectionString: scratch });
    running.push(bare);

    const withIndex: Round[] = [];
    const withoutIndex: Round[] = [];
    for (let round = 0; round <= rounds; round++) {
      const [one, other] = [
        await create(indexed, inputs, seeded, seconds),
        await create(bare, inputs, seeded, seconds),
      ];
      // Round 0 only warms up.
      if (round > 0) withIndex.push(one) && withoutIndex.push(other);
    }
    const { result: rebuilding, seconds: rebuildSeconds } = await createWhileRebuilding(connectionString, () =>
      create(indexed, inputs, seeded, seconds * 3),
    );
    await Promise.all(running.splice(0).map(stop));
    const importSeconds = await time(() => importUsers(scratch, users));
    const buildSeconds = await time(restore);
    const size = `select pg_relation_size('users__search') / 1e6 as megabytes`;
    const { megabytes } = await query<{ megabytes: number }>(connectionString, size);
    const indexMegabytes = Number(megabytes);
    return { withIndex, withoutIndex, rebuilding, rebuildSeconds, indexMegabytes, importSeconds, buildSeconds };
  } finally {
    await Promise.all(running.map(stop));
    await query(maintenance, `drop database ${SCRATCH} with (force)`);
  }
}

function create(running: Running, inputs: Inputs, seeded: Seeded, seconds: number): Promise<Round> {
  const operation = OPERATIONS.find(({ letter }) => letter === 'D');
  if (!operation) throw new Error('Nothing to measure.');
  const next = requestsOf(running, operation, operation.variables(inputs, []), seeded);
  return drive(running, next, { connections: CONNECTIONS, seconds });
}

async function createWhileRebuilding(connectionString: string, work: () => Promise<Round>) {
  const [seconds, result] = await Promise.all([
    time(() => query(connectionString, 'reindex index concurrently users__search')),
    work(),
  ]);
  return { seconds, result };
}

async function importUsers(connectionString: string, users: number): Promise<void> {
  const db = connect(connectionString, { role: SERVER_ROLE });
  try {
    const project = await createProject({ actor: OPERATOR, db }, { name: 'Imported' });
    const people = makePeople(await listEnvironmentsByProjects(db, [project.id]), users);
    await fill(connectionString, project.id, people, users);
  } finally {
    await db.destroy();
  }
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

export function toImportText(report: ImportReport, users: number): string {
  const rate = (rounds: readonly Round[]) => median(rounds.map(({ requestsPerSecond }) => requestsPerSecond));
  const [indexed, bare] = [rate(report.withIndex), rate(report.withoutIndex)];
  const { rebuilding } = report;
  return [
    `createUser        ${indexed.toFixed(0)}/s with the search index, ${bare.toFixed(0)}/s without: it costs ${(bare / indexed).toFixed(2)} times as much`,
    `while rebuilding  ${rebuilding.requestsPerSecond.toFixed(0)}/s, p99 ${rebuilding.p99.toFixed(0)} ms, ${rebuilding.failures} failures; rebuilt in ${report.rebuildSeconds.toFixed(0)} s, ${report.indexMegabytes.toFixed(0)} MB`,
    `import            ${users} users in ${report.importSeconds.toFixed(0)} s, the search index of all in ${report.buildSeconds.toFixed(0)} s more`,
  ].join('\n');
}

import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { userFile } from '../../src/contact-files/user-file.ts';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { exportUsers } from '../../src/domain/user-exports.ts';
import { openBenchDatabase } from './seed.ts';

// node test/bench/export.ts [USERS]: the file of an export against COPY of the same columns in one statement, taken in turns.

const ROUNDS = 3;

const users = Number(process.argv[2] ?? 1_000_000);
const { connectionString, seeded, stop } = await openBenchDatabase(users);
const { projectId } = seeded;
const db = connect(connectionString, { role: SERVER_ROLE });
const client = new pg.Client({ connectionString });
await client.connect();

const COPY = `copy (
  select u.phone_number, u.email, u.first_name, u.middle_name, u.last_name, m.names, c.identities, u.creation_source,
    u.created_at, s.seen_at, u.id
  from users u
  left join (
    select m.user_id, string_agg(e.name, ';' order by e.type, lower(e.name)) as names from user_environments m
    join environments e on e.project_id = m.project_id and e.id = m.environment_id
    where m.project_id = '${projectId}' group by m.user_id
  ) m on m.user_id = u.id
  left join (
    select user_id, string_agg(channel || ':' || external_id, ';') as identities from channel_identities
    where project_id = '${projectId}' group by user_id
  ) c on c.user_id = u.id
  left join seen_users s on s.project_id = u.project_id and s.user_id = u.id
  where u.project_id = '${projectId}' order by u.id
) to stdout with (format csv, header)`;

async function copy(): Promise<number> {
  return count(client.query(to(COPY)));
}

async function exported(): Promise<number> {
  const nothing = { environmentIds: null, creationSource: null, hasPhoneNumber: null, hasEmail: null, isBlocked: null };
  const unseen = { lastSeenBefore: null, neverSeen: null, expiresBefore: null, channel: null };
  const found = await exportUsers({ actor: OPERATOR, db }, { projectId, search: [], ...nothing, ...unseen });
  if (!found) throw new Error('The project is gone.');
  return count(userFile(found.pages));
}

async function count(source: AsyncIterable<Buffer | string>): Promise<number> {
  let bytes = 0;
  const sink = new Writable({
    decodeStrings: true,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(source, sink);
  return bytes;
}

async function time(work: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - began) / 1000;
  console.log(`${work.name}: ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(0)} MB`);
  return seconds;
}

const ratios: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) ratios.push((await time(copy)) / (await time(exported)));
const median = ratios.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
const memory = Math.round(process.memoryUsage().rss / 1e6);
console.log(`${users} users: ${median.toFixed(2)} of COPY; ${memory} MB resident at the end.`);
await client.end();
await db.destroy();
await stop();

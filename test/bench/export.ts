import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to } from 'pg-copy-streams';
import { userFile } from '../../src/contact-files/user-file.ts';
import { connect, SERVER_ROLE } from '../../src/database/engine/connection.ts';
import { OPERATOR } from '../../src/domain/operator.ts';
import { exportUsers } from '../../src/domain/user-exports.ts';
import { readSelection } from '../../src/domain/user-selection.ts';
import { median } from './measure.ts';
import { type BenchDatabase, withClient } from './seed.ts';

export type ExportReport = {
  exportSeconds: number[];
  copySeconds: number[];
  megabytes: number;
  residentMegabytes: number;
};

/** The file of an export against COPY of the same columns, taken in turns. */
export async function measureExport(
  { connectionString, seeded: { projectId } }: BenchDatabase,
  rounds: number,
): Promise<ExportReport> {
  const report: ExportReport = { exportSeconds: [], copySeconds: [], megabytes: 0, residentMegabytes: 0 };
  const db = connect(connectionString, { role: SERVER_ROLE });
  try {
    for (let round = 0; round < rounds; round += 1) {
      const copied = await withClient(connectionString, (client) => drain(client.query(to(copyOf(projectId)))));
      const found = await exportUsers({ actor: OPERATOR, db }, readSelection(projectId, {}));
      if (!found) throw new Error('The project is gone.');
      const exported = await drain(userFile(found.pages));
      report.copySeconds.push(copied.seconds);
      report.exportSeconds.push(exported.seconds);
      report.megabytes = exported.bytes / 1e6;
    }
  } finally {
    await db.destroy();
  }
  return { ...report, residentMegabytes: process.memoryUsage().rss / 1e6 };
}

// The columns of the file in one statement.
const copyOf = (projectId: string) => `copy (
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

async function drain(source: AsyncIterable<Buffer | string>): Promise<{ seconds: number; bytes: number }> {
  const began = performance.now();
  let bytes = 0;
  const sink = new Writable({
    decodeStrings: true,
    write(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  await pipeline(source, sink);
  return { seconds: (performance.now() - began) / 1000, bytes };
}

export function toExportText({ exportSeconds, copySeconds, megabytes, residentMegabytes }: ExportReport): string {
  const ratios = copySeconds.map((seconds, round) => seconds / (exportSeconds[round] ?? Number.NaN));
  return [
    `export  ${megabytes.toFixed(0)} MB in ${median(exportSeconds).toFixed(1)} s, COPY in ${median(copySeconds).toFixed(1)} s: ${median(ratios).toFixed(2)} of COPY`,
    `memory  ${residentMegabytes.toFixed(0)} MB resident at the end`,
  ].join('\n');
}

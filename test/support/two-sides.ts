import { expect } from '@jest/globals';
import type { ExecutionResult } from 'graphql';
import pg from 'pg';
import { createDatabase } from './database.ts';
import { type Answered, ask, expectAnswer, isTooComplex } from './one-answer.ts';
import { createOracle } from './oracle.ts';
import type { Asked } from './print-plan.ts';
import { startService } from './service.ts';
import { listTables, type World } from './small-world.ts';

type Outcome = 'executed' | 'refused' | 'too complex';

/** The service on one clone of a world and graphql-js itself on another: what is asked of both must be answered alike. */
export async function createTwoSides(world: World) {
  const [ours, theirs] = [await cloneWorld(world), await cloneWorld(world)];
  // Attempts are written off the answer's path, at no moment that both share: here never.
  const service = await startService(undefined, { writeNotesEvery: 2 ** 31 - 1 }, ours.connectionString);
  const oracle = await createOracle(theirs.connectionString);
  const known = new Set([...world.pools.ids.values()].flat());
  let isChanged = false;

  return {
    url: service.url,
    /** The fields that were ever resolved. */
    resolved: oracle.resolved,
    /** Asks both three times, from equal states, and expects equal answers each time, and equal states. */
    async expectOneAnswer(key: string, asked: Asked, patience = 3): Promise<Outcome> {
      if (isChanged) await Promise.all([ours.restore(), theirs.restore()]);
      const isMutation = asked.query.includes('mutation');
      isChanged = isMutation;
      const [mask, maskTheirs] = [createMask(known), createMask(known)];
      let expected: ExecutionResult | undefined;
      for (let time = 0; time < 3; time += 1) {
        const answered = await ask(service.url, key, asked);
        // On a machine that is too busy, the service says so: again from the start.
        if (answered.status === 503 && patience > 0) return this.expectOneAnswer(key, asked, patience - 1);
        // Of these limits graphql-js knows nothing.
        if (isTooComplex(answered)) return 'too complex';
        if (isMutation || time === 0) expected = await oracle.answer(key, asked);
        expectAnswer(maskText(answered, mask), expected && maskData(expected, maskTheirs));
      }
      if (isMutation) expect(await ours.dump(known)).toEqual(await theirs.dump(known));
      return expected?.data ? 'executed' : 'refused';
    },
    async close() {
      await Promise.all([service.close(), oracle.close()]);
      await Promise.all([ours.close(), theirs.close()]);
    },
  };
}

// Of these no two databases have the same.
const MOMENTARY = `'{last_used_at,removal_transaction,feed_position}'::text[]`;

/** A database that goes back to how it was. */
async function cloneWorld({ database }: World) {
  const connectionString = await createDatabase(database);
  const owner = new pg.Client({ connectionString });
  await owner.connect();
  const tables = await listTables(owner);
  const keep = tables.map(({ name }) => `create table kept.${name} as table ${name};`);
  await owner.query(`create schema kept; ${keep.join('')}`);
  const restore = tables.map(
    ({ name, columns }) => `delete from ${name}; insert into ${name} (${columns}) select ${columns} from kept.${name};`,
  );
  const dump = tables.map(
    ({ name }) => `select '${name} ' || (to_jsonb(t) - ${MOMENTARY})::text as row from ${name} t`,
  );
  return {
    connectionString,
    // No trigger and no foreign key asks what is left meanwhile.
    restore: () => owner.query(`begin; set local session_replication_role = replica; ${restore.join('')} commit`),
    async dump(known: Set<string>): Promise<string[]> {
      const { rows } = await owner.query(dump.join(' union all '));
      return rows.map(({ row }) => createMask(known)(row).replace(/new-\d+/g, 'new')).sort();
    },
    close: () => owner.end(),
  };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const CURSOR = /WyI[\w-]{60,}/g;
const TIME = /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:00)/g;
const SECRET = /umk_[0-9a-f]{32}_[\w-]{43}|um-[\w-]{22}|\\\\x[0-9a-f]{64}/g;
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

/** Makes alike what must differ: ids are numbered as they first appear, the present is now, a week from it in a week, a secret is a secret. */
function createMask(known: Set<string>): (text: string) => string {
  const fresh = new Map<string, string>();
  const maskId = (id: string) => {
    if (!known.has(id)) fresh.set(id, fresh.get(id) ?? `new-${fresh.size}`);
    return fresh.get(id) ?? id;
  };
  const maskTime = (time: string) => {
    const ahead = Date.parse(time) - Date.now();
    if (Math.abs(ahead) < HOUR) return 'now';
    return Math.abs(ahead - WEEK) < HOUR ? 'in a week' : time;
  };
  const maskCursor = (cursor: string) => {
    const place = Buffer.from(cursor, 'base64url').toString();
    const masked = place.replace(UUID, maskId).replace(TIME, maskTime);
    return masked === place ? cursor : `cursor of ${masked.replace(/,[^,]*$/, '')}`.replaceAll('"', '');
  };
  return (text) =>
    text.replace(SECRET, 'secret').replace(CURSOR, maskCursor).replace(UUID, maskId).replace(TIME, maskTime);
}

function maskText(answered: Answered, mask: (text: string) => string): Answered {
  return { ...answered, text: mask(answered.text) };
}

function maskData({ data, errors }: ExecutionResult, mask: (text: string) => string): ExecutionResult {
  return {
    ...(data === undefined ? {} : { data: JSON.parse(mask(JSON.stringify(data))) }),
    ...(errors ? { errors } : {}),
  };
}

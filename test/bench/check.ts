import { isDeepStrictEqual } from 'node:util';
import type pg from 'pg';
import { answers, type Running } from './contenders.ts';
import { type Inputs, makeNewcomers, removeNewcomers } from './inputs.ts';
import { requestOf } from './measure.ts';
import type { Operation } from './operations.ts';
import type { Seeded } from './seed.ts';

const SAMPLES = 20;

/** Throws unless all contenders answer alike, and write alike. */
export async function checkAnswers(
  db: pg.Client,
  contenders: readonly Running[],
  operations: readonly Operation[],
  inputs: Inputs,
  seeded: Seeded,
  cursors: Map<string, string[]>,
): Promise<void> {
  for (const operation of operations) {
    const able = contenders.filter((contender) => answers(contender, operation.letter));
    const given = [];
    for (const contender of able) {
      // Everyone adds the same newcomers, whom nobody may have added before.
      const own = { ...inputs, newcomers: makeNewcomers(inputs.environmentIds, inputs.alike, 1_000_000) };
      const variables = operation.variables(own, cursors.get(contender.name) ?? []);
      const samples = [];
      for (let sample = 0; sample < Math.ceil(SAMPLES / (operation.creates ?? 1)); sample++) {
        samples.push(normalise(await ask(contender, operation, variables.next().value, seeded)));
      }
      given.push([samples, operation.creates ? await newcomersOf(db, seeded.projectId) : []]);
      if (operation.creates) await removeNewcomers(db, seeded.projectId);
    }
    for (const [at, contender] of able.entries()) {
      if (isDeepStrictEqual(given[at], given[0])) continue;
      throw new Error(
        `${contender.title} answers ${operation.letter} otherwise than ${able[0]?.title}:\n` +
          `${JSON.stringify(given[at], null, 1).slice(0, 3000)}\n---\n${JSON.stringify(given[0], null, 1).slice(0, 3000)}`,
      );
    }
  }
}

export async function ask(
  contender: Running,
  operation: Operation,
  variables: object,
  seeded: Seeded,
): Promise<unknown> {
  const { path, ...request } = requestOf(contender, operation, variables, seeded);
  const response = await fetch(`${contender.url}${path}`, request);
  const { data, errors } = await response.json();
  if (!data || errors) throw new Error(`${contender.title} fails at ${operation.letter}: ${JSON.stringify(errors)}`);
  return contender.dialect?.[operation.letter]?.read(data) ?? data;
}

// Cursors are each contender's own, and ids and moments of new users differ.
function normalise(value: unknown, isNew = false): unknown {
  if (Array.isArray(value)) return value.map((item) => normalise(item, isNew));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    fields.map(([name, field]) => {
      const isOwn = name === 'endCursor' || (isNew && (name === 'createdAt' || name === 'id'));
      return [name, isOwn ? typeof field : normalise(field, name === 'createUser' || (isNew && name === 'user'))];
    }),
  );
}

async function newcomersOf(db: pg.Client, projectId: string): Promise<unknown[]> {
  const { rows } = await db.query(
    `select to_jsonb(u) - '{id,created_at,updated_at}'::text[] as "user",
       array(select m.environment_id from user_environments m where m.project_id = u.project_id and m.user_id = u.id order by 1) as environments,
       array(select to_jsonb(a) - '{id,created_at,subject_id}'::text[] from audit_events a
         where a.project_id = u.project_id and a.subject_id = u.id) as audit
     from users u where u.project_id = $1 and u.phone_key >= '+1999' and u.phone_key < '+1999a' order by u.phone_key`,
    [projectId],
  );
  return rows;
}

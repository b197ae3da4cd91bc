import { sql } from 'kysely';
import type { QueryConfig } from 'pg';

/** Begins a statement whose best plan depends on its parameters: it is not prepared, so PostgreSQL plans it each time. */
export const PLANNED_ANEW = sql.raw('/* planned anew */');

export type ToQuery = (text: string, values: readonly unknown[]) => QueryConfig;

// Each name keeps a plan in every connection until that closes.
const MOST_NAMES = 500;
const names = new Map<string, string>();

/**
 * Gives a statement with parameters a name, so that each connection prepares it once and keeps its plan. Without this, half as
 * many access checks are answered (`npm run bench -- --only A`).
 */
export const toNamedQuery: ToQuery = (text, values) => {
  const query = { text, values: [...values] };
  const name = values.length === 0 || /^\s*\/\*/.test(text) ? undefined : nameOf(text);
  return name === undefined ? query : { ...query, name };
};

/** For poolers that know no names: the statement is parsed and planned each time. */
export const toUnnamedQuery: ToQuery = (text, values) => ({ text, values: [...values] });

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size === MOST_NAMES) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

import DataLoader from 'dataloader';
import { askByProject } from '../database/engine/by-project.ts';
import type { Reader } from '../database/engine/connection.ts';

export type InProject = { projectId: string; id: string };

type ListOf<Row> = (db: Reader, projectId: string, ids: readonly string[]) => Promise<Row[]>;

/** Batches a read of what belongs to a project, one statement for each project. `read` answers for each key, in their order. */
export function projectLoader<Key extends InProject, Answer>(
  read: (projectId: string, keys: readonly Key[]) => Promise<readonly Answer[]>,
) {
  return new DataLoader<Key, Answer, string>((keys) => askByProject(keys, read), { cacheKeyFn: ({ id }) => id });
}

/** Batches look-ups of the rows of a project by their ids; null for an id without a row. */
export function rowLoader<Row extends { id: string }>(db: Reader, list: ListOf<Row>) {
  return projectLoader<InProject, Row | null>(async (projectId, keys) => {
    const ids = keys.map(({ id }) => id);
    return inOrder(ids, await list(db, projectId, ids));
  });
}

/** Batches a read of the rows that belong to each owner, which itself belongs to a project. */
export function listLoader<Row>(db: Reader, list: ListOf<Row>, ownerOf: (row: Row) => string) {
  return projectLoader<InProject, Row[]>(async (projectId, keys) => {
    const ids = keys.map(({ id }) => id);
    return grouped(ids, await list(db, projectId, ids), ownerOf);
  });
}

export function inOrder<Row extends { id: string }>(ids: readonly string[], rows: Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

export function grouped<Row>(ids: readonly string[], rows: Row[], ownerOf: (row: Row) => string): Row[][] {
  const byOwner = Map.groupBy(rows, ownerOf);
  return ids.map((id) => byOwner.get(id) ?? []);
}

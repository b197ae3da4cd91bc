import DataLoader from 'dataloader';
import type { Reader } from '../database/engine/connection.ts';

export type InProject = { projectId: string; id: string };

type ListOf<Row> = (db: Reader, projectIds: readonly string[], ids: readonly string[]) => Promise<Row[]>;

/** Batches a read of the rows that belong to each owner, which itself belongs to a project. */
export function listLoader<Row>(db: Reader, list: ListOf<Row>, ownerOf: (row: Row) => string) {
  return new DataLoader<InProject, Row[], string>(
    async (keys) => {
      const ids = keys.map(({ id }) => id);
      const projectIds = [...new Set(keys.map(({ projectId }) => projectId))];
      return grouped(ids, await list(db, projectIds, ids), ownerOf);
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

export function inOrder<Row extends { id: string }>(ids: readonly string[], rows: Row[]): (Row | null)[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
}

export function grouped<Row>(ids: readonly string[], rows: Row[], ownerOf: (row: Row) => string): Row[][] {
  const byOwner = Map.groupBy(rows, ownerOf);
  return ids.map((id) => byOwner.get(id) ?? []);
}

import { z } from 'zod';
import type { Db } from '../database/engine/connection.ts';
import { listProjectsByIds } from '../database/projects.ts';
import type { ProjectRow } from '../database/tables.ts';
import { refuse } from '../domain/refusal.ts';
import { notFound } from '../domain/shared-problems.ts';

/** The option that names a project. */
export const projectId = z.uuid({ error: ({ input }) => (input === undefined ? 'is required' : 'must be an id') });

export async function findProject(db: Db, id: string): Promise<ProjectRow> {
  const [project] = await listProjectsByIds(db, null, [id]);
  return project ?? refuse(notFound('project', 'projectId'));
}

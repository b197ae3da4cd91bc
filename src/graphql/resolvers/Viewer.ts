import { mayManageProjects, strongestRole } from '../../domain/actor.ts';
import type { ViewerResolvers } from './../generated/types.ts';

export const Viewer: ViewerResolvers = {
  canManageProjects: (actor) => mayManageProjects(actor),
  role: (actor) => strongestRole(actor),
  projects: (_viewer, _args, { reads }) => reads.projects(),
};

import type { ViewerResolvers } from './../generated/types.ts';

export const Viewer: ViewerResolvers = {
  projects: (_viewer, _args, { reads }) => reads.projects(),
};

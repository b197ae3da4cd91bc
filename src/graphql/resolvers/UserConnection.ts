import type { UserConnectionResolvers } from './../generated/types.ts';

export const UserConnection: UserConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: (connection, _args, { reads }) => ({
    isThereMore: (side) => reads.hasUsersBeyond(connection, side),
    start: connection.edges[0],
    end: connection.edges.at(-1),
  }),
  totalCount: (connection, { upTo }, { reads }) => reads.countUsers(connection, upTo),
};

import type { BlockedSenderConnectionResolvers } from './../generated/types.ts';
import { countUpTo, pageInfoOf } from '../paging/connection.ts';

export const BlockedSenderConnection: BlockedSenderConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: (connection) => pageInfoOf(connection),
  totalCount: (connection, { upTo }) => countUpTo(connection, upTo),
};

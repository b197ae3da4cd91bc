import type { AuditEventConnectionResolvers } from './../generated/types.ts';
import { pageInfoOf } from '../paging/connection.ts';

export const AuditEventConnection: AuditEventConnectionResolvers = {
  nodes: ({ edges }) => edges.map(({ node }) => node),
  pageInfo: (connection) => pageInfoOf(connection),
};

import type { PageInfoResolvers } from './../generated/types.ts';
import { encodeCursor } from '../paging/cursor.ts';

export const PageInfo: PageInfoResolvers = {
  startCursor: ({ start }) => (start ? encodeCursor(start) : null),
  endCursor: ({ end }) => (end ? encodeCursor(end) : null),
  hasNextPage: ({ isThereMore }) => isThereMore('after'),
  hasPreviousPage: ({ isThereMore }) => isThereMore('before'),
};

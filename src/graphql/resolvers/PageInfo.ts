import type { PageInfoResolvers } from './../generated/types.ts';

export const PageInfo: PageInfoResolvers = {
  hasNextPage: ({ isThereMore }) => isThereMore('after'),
  hasPreviousPage: ({ isThereMore }) => isThereMore('before'),
};

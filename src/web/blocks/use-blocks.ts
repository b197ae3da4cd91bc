import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { type ListPage, toPageVariables } from '../parts/list-address.ts';
import { useProject } from '../viewer/viewer.ts';
import { type BlockedSender, BlockedSendersDocument, UnblockSenderDocument } from './block-documents.ts';

export function useBlocks({ search, page }: { search: string; page: ListPage }) {
  const variables = { projectId: useProject().id, search, ...toPageVariables(page) };
  return useQuery({
    queryKey: ['blocks', variables],
    queryFn: async ({ signal }) =>
      (await request(BlockedSendersDocument, variables, signal)).project?.blockedSenders ?? null,
    placeholderData: keepPreviousData,
  });
}

/** A block shows on the user, in the lists of users, and closes requests. */
export function useRefreshBlocks() {
  const client = useQueryClient();
  return () =>
    Promise.all(
      [['blocks'], ['requests'], ['users'], ['user']].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
}

/** Whatever is blocked of this user, found by each of their phone numbers and ids. */
export async function findBlocksOf(projectId: string, user: BlockableUser): Promise<BlockedSender[]> {
  const terms = [user.phoneNumber ?? [], user.channelIdentities.map(({ externalId }) => externalId)].flat();
  const answers = await Promise.all(
    // The search takes no longer terms, and finds an id by its beginning.
    terms.map((term) => request(BlockedSendersDocument, { projectId, search: term.slice(0, 100), first: 100 })),
  );
  const blocks = answers.flatMap(({ project }) => project?.blockedSenders.nodes ?? []);
  const theirs = blocks.filter((block) => block.user?.id === user.id);
  return [...new Map(theirs.map((block) => [block.id, block])).values()];
}

export type BlockableUser = {
  id: string;
  fullName: string;
  phoneNumber?: string | null;
  channelIdentities: { externalId: string }[];
};

/** Lifts the blocks, one after the other; answers with what stands in the way. A block that is gone already is no obstacle. */
export async function liftBlocks(ids: string[]): Promise<{ message: string }[]> {
  for (const id of ids) {
    const { userErrors } = (await request(UnblockSenderDocument, { input: { id } })).unblockSender;
    const obstacles = userErrors.filter(({ code }) => code !== 'NOT_FOUND');
    if (obstacles.length > 0) return obstacles;
  }
  return [];
}

import type { ApprovalPage } from './answers.ts';
import type { Ask } from './ask.ts';
import { APPROVALS } from './documents.ts';
import { badCursor, reasonOf, unknownEnvironment } from './gateway-error.ts';
import type { Settings } from './settings.ts';

export function createDecided({ environmentId, totalMs, report }: Settings, ask: Ask) {
  return async (options?: { after?: string | null }): Promise<ApprovalPage> => {
    const after = options?.after ?? null;
    const nobody = { approvals: [], endCursor: after, hasNextPage: false };
    const until = performance.now() + totalMs;
    const read = ask(APPROVALS, { environmentId, after }, until, ({ decidedAccessRequests: page }) => {
      if (page === null) return null;
      const { endCursor, hasNextPage } = page.pageInfo;
      // A list that only claims its length would fill the memory when it is copied.
      if (!Array.isArray(page.nodes)) throw new TypeError('The approvals are no list');
      if (typeof (endCursor ?? '') !== 'string') throw new TypeError('A cursor that is no text');
      return { approvals: page.nodes, endCursor: endCursor ?? after, hasNextPage, reason: null };
    });
    try {
      const page = await read;
      if (page === null) report(unknownEnvironment());
      return page ?? { ...nobody, reason: 'UNKNOWN_ENVIRONMENT' };
    } catch (error) {
      const reason = reasonOf(error);
      // With a cursor that is none, a loop would never hear of anybody.
      if (reason === 'BAD_USER_INPUT') report(badCursor());
      return { ...nobody, reason };
    }
  };
}

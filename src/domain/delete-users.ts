import { PATIENTLY, transact } from '../database/engine/connection.ts';
import { findProject } from '../database/projects.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { lockChosen, requireChoice, type UserChoice, untouched } from './chosen-users.ts';
import { refuse } from './refusal.ts';
import { removeUsers } from './removed-users.ts';
import { type ManyResults, resultFor, withCounts } from './row-results.ts';
import { notFound } from './shared-problems.ts';

export type DeleteUsersInput = UserChoice & { dryRun?: boolean };

/** Deletes up to 1,000 users. A dry run deletes nobody and returns the users as they are. */
export function deleteUsers({ actor, db }: DomainContext, input: DeleteUsersInput): Promise<ManyResults> {
  const scope = requireRight(actor, 'writeUsers');
  const { projectId, dryRun = false } = input;
  requireChoice(input);
  return transact(
    db,
    async (tx) => {
      if (!(await findProject(tx, scope, projectId))) return refuse(notFound('project', 'projectId'));
      const chosen = await lockChosen(tx, input);
      const going = chosen.flatMap(({ user, isGone }) => (user && !isGone ? [user] : []));
      await removeUsers(tx, actor, projectId, going);
      return withCounts(
        chosen.map((each) => {
          if (!each.user || each.isGone) return untouched(each);
          const deleted = resultFor(each.index, 'DELETED', each.user);
          return dryRun ? deleted : { ...deleted, user: null };
        }),
      );
    },
    { dryRun, ...PATIENTLY },
  );
}

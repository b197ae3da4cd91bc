import { type Problem, problem } from './refusal.ts';
import {
  emailTaken,
  environmentMissing,
  lastEnvironment,
  notFound,
  phoneNumberTaken,
  subjectTaken,
} from './shared-problems.ts';

/**
 * Problems by constraint, for what a verb's own check did not see. A verb retries when it loses a race, so callers get these only
 * when somebody else is faster every time.
 */
const PROBLEMS = new Map<string, Problem>([
  ['users__phone', phoneNumberTaken()],
  ['users__email', emailTaken()],
  ['users__at_least_one_environment', lastEnvironment()],
  ['user_environments__environment', environmentMissing()],
  ['user_environments__user', notFound('user')],
  ['invitations__user', notFound('user', 'userId')],
  ['channel_identities__user', notFound('user', 'sender')],
  [
    'channel_identities__pkey',
    problem('sender', 'IDENTITY_CONFLICT', 'The channel identity belongs to a different user'),
  ],
  ['environments__name', problem('name', 'NAME_TAKEN', 'Another environment has this name')],
  ['environments__project', notFound('project', 'projectId')],
  ['users__project', notFound('project', 'projectId')],
  ['project_members__project', notFound('project', 'projectId')],
  ['project_members__subject', subjectTaken()],
  ['access_key_environments__environment', environmentMissing()],
  ['access_keys__project', notFound('project', 'projectId')],
]);

export function refusalOfConstraint(constraint: string | undefined): Problem | undefined {
  return constraint === undefined ? undefined : PROBLEMS.get(constraint);
}

import { type Problem, problem } from './refusal.ts';

/**
 * What a constraint refused that the verb's own look did not see. A verb looks again when it loses a race, so this is
 * said only when somebody else is faster each time.
 */
const PROBLEMS = new Map<string, Problem>([
  ['users__phone', problem('phoneNumber', 'PHONE_NUMBER_TAKEN', 'Another user has this phone number')],
  ['users__email', problem('email', 'EMAIL_TAKEN', 'Another user has this e-mail address')],
  [
    'users__at_least_one_environment',
    problem('environmentIds', 'LAST_ENVIRONMENT', 'User must have at least one environment'),
  ],
  [
    'user_environments__environment',
    problem('environmentIds', 'ENVIRONMENT_NOT_FOUND', 'One of the environments is not in this project'),
  ],
  ['user_environments__user', problem('id', 'NOT_FOUND', 'There is no such user')],
  ['channel_identities__user', problem('sender', 'NOT_FOUND', 'There is no such user')],
  [
    'channel_identities__pkey',
    problem('sender', 'IDENTITY_CONFLICT', 'The channel identity belongs to a different user'),
  ],
  ['environments__name', problem('name', 'NAME_TAKEN', 'Another environment has this name')],
  ['environments__project', problem('projectId', 'NOT_FOUND', 'There is no such project')],
  ['users__project', problem('projectId', 'NOT_FOUND', 'There is no such project')],
  ['project_members__project', problem('projectId', 'NOT_FOUND', 'There is no such project')],
  ['project_members__subject', problem('subject', 'SUBJECT_TAKEN', 'This person is a member of the project already')],
  [
    'access_key_environments__environment',
    problem('environmentIds', 'ENVIRONMENT_NOT_FOUND', 'One of the environments is not in this project'),
  ],
  ['access_keys__project', problem('projectId', 'NOT_FOUND', 'There is no such project')],
]);

export function refusalOfConstraint(constraint: string | undefined): Problem | undefined {
  return constraint === undefined ? undefined : PROBLEMS.get(constraint);
}

import type { UserRow } from '../database/tables.ts';
import { type Problem, problem } from './refusal.ts';

// Problems that several verbs report, or a verb and a constraint (`constraints.ts`).

export function notFound(
  noun:
    | 'project'
    | 'user'
    | 'environment'
    | 'access key'
    | 'member'
    | 'channel identity'
    | 'request'
    | 'block'
    | 'invitation',
  field: 'id' | 'projectId' | 'userId' | 'sender' | 'accessRequestId' = 'id',
): Problem {
  return problem(field, 'NOT_FOUND', `There is no such ${noun}`);
}

/** For a list of a project or user that is full. */
export function tooMany(maximum: number, what: string, owner = 'A project'): Problem {
  return problem(null, 'TOO_MANY', `${owner} can have at most ${maximum.toLocaleString('en')} ${what}`);
}

export function environmentMissing(field = 'environmentIds'): Problem {
  return problem(field, 'ENVIRONMENT_NOT_FOUND', 'There is no such environment in this project');
}

export function lastEnvironment(): Problem {
  return problem('environmentIds', 'LAST_ENVIRONMENT', 'User must have at least one environment');
}

/** `detail` names the number, where it is known. */
export function phoneNumberTaken(detail = 'this phone number', user?: UserRow): Problem {
  return problem('phoneNumber', 'PHONE_NUMBER_TAKEN', `Another user has ${detail}`, user);
}

export function emailTaken(detail = 'this e-mail address', user?: UserRow): Problem {
  return problem('email', 'EMAIL_TAKEN', `Another user has ${detail}`, user);
}

export function subjectTaken(): Problem {
  return problem('subject', 'SUBJECT_TAKEN', 'This person is a member of the project already');
}

export function roleRequired(): Problem {
  return problem('role', 'ROLE_REQUIRED', 'Role is required');
}

export function phoneNumberBlocked(field: string | string[] = 'phoneNumber'): Problem {
  return problem(field, 'PHONE_NUMBER_BLOCKED', 'This phone number is blocked: lift the block first');
}

export function senderBlocked(field: string | string[] | null): Problem {
  return problem(field, 'SENDER_BLOCKED', 'This sender is blocked: lift the block first');
}

export function alreadyDecided(field: string): Problem {
  return problem(field, 'ALREADY_DECIDED', 'This request was decided already');
}

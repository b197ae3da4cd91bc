import type { UserRow } from '../database/tables.ts';

export type RefusalCode =
  | 'PHONE_NUMBER_REQUIRED'
  | 'PHONE_NUMBER_INVALID'
  | 'PHONE_NUMBER_TAKEN'
  | 'EMAIL_INVALID'
  | 'EMAIL_TAKEN'
  | 'FIRST_NAME_REQUIRED'
  | 'LAST_NAME_REQUIRED'
  | 'ENVIRONMENT_REQUIRED'
  | 'LAST_ENVIRONMENT'
  | 'ENVIRONMENT_NOT_FOUND'
  | 'VERSION_CONFLICT'
  | 'NOT_FOUND'
  | 'SELF_REGISTRATION_CLOSED'
  | 'IDENTITY_CONFLICT'
  | 'IDENTITY_TAKEN'
  | 'LAST_IDENTITY'
  | 'SENDER_INVALID'
  | 'TOO_LONG'
  | 'NAME_REQUIRED'
  | 'NAME_TAKEN'
  | 'TYPE_REQUIRED'
  | 'ROLE_REQUIRED'
  | 'ENVIRONMENTS_NOT_ALLOWED'
  | 'EXPIRY_IN_PAST'
  | 'SUBJECT_REQUIRED'
  | 'SUBJECT_INVALID'
  | 'SUBJECT_TAKEN'
  | 'ROLE_NOT_ALLOWED'
  | 'TOO_MANY';

/** What a person can mend, at a path inside the input. */
export type Problem = {
  field: string[] | null;
  message: string;
  code: RefusalCode;
  conflictingUser?: UserRow | null;
};

/** Thrown by a domain verb that writes nothing; its transaction rolls back. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError';
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    super(problems.map((problem) => problem.message).join('; '));
    this.problems = problems;
  }
}

export function problem(
  field: string | string[] | null,
  code: RefusalCode,
  message: string,
  conflictingUser?: UserRow,
): Problem {
  return {
    field: typeof field === 'string' ? [field] : field,
    code,
    message,
    conflictingUser: conflictingUser ?? null,
  };
}

/** Of what a project, or a user, may have only so many of. */
export function tooMany(maximum: number, what: string, owner = 'A project'): Problem {
  return problem(null, 'TOO_MANY', `${owner} can have at most ${maximum.toLocaleString('en')} ${what}`);
}

/** Refuses with all that is wrong, if anything is. */
export function refuseIf(problems: (Problem | undefined | false)[]): void {
  const found = problems.filter((entry) => entry !== undefined && entry !== false);
  if (found.length > 0) throw new RefusalError(found);
}

export function refuse(...args: Parameters<typeof problem>): never {
  throw new RefusalError([problem(...args)]);
}

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
  | 'TOO_MANY'
  | 'ALREADY_DECIDED'
  | 'PHONE_NUMBER_BLOCKED'
  | 'SENDER_BLOCKED'
  | 'PHONE_NUMBER_MISMATCH'
  | 'INVITATION_INVALID'
  | 'EXPIRY_TOO_FAR'
  | 'COUNT_CHANGED'
  | 'TELEGRAM_BOT_INVALID';

/** A problem that a person can correct in a form. `field` is the path inside the input. */
export type Problem = {
  field: string[] | null;
  message: string;
  code: RefusalCode;
  conflictingUser?: UserRow | null;
};

/** Thrown by a domain verb to refuse; its transaction rolls back, so nothing is written. */
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

/** Throws RefusalError with all the problems, if there are any. */
export function refuseIf(problems: (Problem | undefined | false)[]): void {
  const found = problems.filter((entry) => entry !== undefined && entry !== false);
  if (found.length > 0) throw new RefusalError(found);
}

export function refuse(problem: Problem): never {
  throw new RefusalError([problem]);
}

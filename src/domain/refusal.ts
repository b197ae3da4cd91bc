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

/** Stands in place of a form field's value and says what is wrong with it. */
export class Wrong {
  readonly problems: readonly Problem[];
  constructor(...problems: Problem[]) {
    this.problems = problems;
  }
}

export function wrong(...args: Parameters<typeof problem>): Wrong {
  return new Wrong(problem(...args));
}

export function isGood<T>(field: T): field is Exclude<T, Wrong> {
  return !(field instanceof Wrong);
}

type Good<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], Wrong> };

/** Returns the fields of a form if all are good. Otherwise throws RefusalError with all problems, in the order of the fields. */
export function gather<Fields extends object>(fields: Fields): Good<Fields> {
  refuseIf(Object.values(fields).flatMap((field) => (field instanceof Wrong ? field.problems : [])));
  return fields as Good<Fields>;
}

/** The field's value, or `otherwise` if it is wrong. For further checks before the whole form is refused. */
export function goodOr<T, Otherwise>(field: T | Wrong, otherwise: Otherwise): T | Otherwise {
  return field instanceof Wrong ? otherwise : field;
}

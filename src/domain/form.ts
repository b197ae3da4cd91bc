import { type Problem, problem, refuseIf } from './refusal.ts';

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
  refuseIf(problemsOf(fields));
  return fields as Good<Fields>;
}

/** All that is wrong with a form, in the order of the fields. */
export function problemsOf(fields: object): Problem[] {
  return Object.values(fields).flatMap((field) => (field instanceof Wrong ? field.problems : []));
}

/** The field's value, or `otherwise` if it is wrong. For further checks before the whole form is refused. */
export function goodOr<T, Otherwise>(field: T | Wrong, otherwise: Otherwise): T | Otherwise {
  return field instanceof Wrong ? otherwise : field;
}

import { type Problem, problem } from '../refusal.ts';
import { NAME_MAXIMUM, normalizeName } from './person-name.ts';

/** The name of a project, environment or access key: required, at most 100 characters. */
export function readTitle(text: string | null | undefined, field: string, problems: Problem[]): string {
  const name = normalizeName(text ?? '');
  if (name === undefined) problems.push(problem(field, 'NAME_REQUIRED', 'Name is required'));
  else if ([...name].length > NAME_MAXIMUM) {
    problems.push(problem(field, 'TOO_LONG', `Name can be at most ${NAME_MAXIMUM} characters long`));
  }
  return name ?? '';
}

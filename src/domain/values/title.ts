import { type Wrong, wrong } from '../form.ts';
import { NAME_MAXIMUM, normalizeName } from './person-name.ts';

/** Reads the name of a project, environment or access key: required, at most 100 characters. */
export function readTitle(text: string | null | undefined): string | Wrong {
  const name = normalizeName(text ?? '');
  if (name === undefined) return wrong('name', 'NAME_REQUIRED', 'Name is required');
  if ([...name].length <= NAME_MAXIMUM) return name;
  return wrong('name', 'TOO_LONG', `Name can be at most ${NAME_MAXIMUM} characters long`);
}

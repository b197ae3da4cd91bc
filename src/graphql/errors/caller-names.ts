import { type DocumentNode, visit } from 'graphql';

const NAME = /^[_A-Za-z]\w*$/;
const MOST = 1000;

/**
 * The names that the caller itself wrote: of fields, types, variables, arguments and fragments in the document, of fields in
 * the variables. What stands for a value (a string, an enum value, a key that cannot be a field) is not among them.
 */
export function namesOfCaller(document: DocumentNode | null, variables: unknown): Set<string> {
  const names = new Set<string>();
  if (document) visit(document, { Name: ({ value }) => void names.add(value) });
  const pending = [variables];
  // Whatever is nested in it: a loop, since a body may nest deeper than a stack.
  for (let value = pending.pop(); value !== undefined && names.size < MOST; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) if (NAME.test(key)) names.add(key);
    pending.push(...Object.values(value).filter((below) => typeof below === 'object' && below !== null));
  }
  return names;
}

import { type DocumentNode, visit } from 'graphql';

const NAME = /^[_A-Za-z]\w*$/;
const MOST = 1000;

/**
 * The names that the caller itself wrote: of fields, types, variables, arguments and fragments in the document, and of fields in
 * the variables. Values (strings, enum values, keys that cannot be a field) are not among them.
 */
export function namesOfCaller(document: DocumentNode | null, variables: unknown): Set<string> {
  const names = new Set<string>();
  if (document) visit(document, { Name: ({ value }) => void names.add(value) });
  const pending = [variables];
  // A loop, not recursion: a body may nest deeper than the stack.
  for (let value = pending.pop(); value !== undefined && names.size < MOST; value = pending.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) if (NAME.test(key)) names.add(key);
    pending.push(...Object.values(value).filter((below) => typeof below === 'object' && below !== null));
  }
  return names;
}

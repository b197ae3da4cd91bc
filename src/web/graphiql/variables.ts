// An example that changes something which is not known is run, and changes nothing.
const NOTHING = '00000000-0000-4000-8000-000000000000';

const MONTH_IN_MS = 30 * 24 * 60 * 60 * 1000;

/** The person whom the example AddUser adds. No other example changes anybody without being told whom. */
export const ANA = '+15551234567';

/** What the variables of an example are filled in with, as JSON; undefined if it needs none. An id that is not known is nobody's. */
export function variablesOf(example: string, ids: Record<string, string | undefined>): string | undefined {
  const known: Record<string, string | undefined> = {
    ...ids,
    search: 'ana 555',
    sender: '+1 555-123-4567',
    inAMonth: new Date(Date.now() + MONTH_IN_MS).toISOString(),
  };
  const needed = Array.from(example.matchAll(/\$(\w+): \w+!/g), ([, name = '']) => [name, known[name] ?? NOTHING]);
  return needed.length > 0 ? JSON.stringify(Object.fromEntries(needed), null, 2) : undefined;
}

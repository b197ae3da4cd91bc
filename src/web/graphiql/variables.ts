// In the place of an id that is not known: with it an example runs, and changes nothing. Two of them are not one.
const nobody = (place: number) => `00000000-0000-4000-8000-00000000000${place}`;

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
  const names = Array.from(example.matchAll(/\$(\w+): \w+!/g), ([, name = '']) => name);
  const needed = names.map((name, place) => [name, known[name] ?? nobody(place)]);
  return needed.length > 0 ? JSON.stringify(Object.fromEntries(needed), null, 2) : undefined;
}

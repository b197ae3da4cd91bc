import { SEVERAL_IDS, START, START_OF_ID, START_OF_NUMBER } from '../../database/search-conditions.ts';
import type { Channel } from '../../database/tables.ts';
import { fold, foldedAwaySigns } from './fold.ts';
import { fullName } from './person-name.ts';
import { nationalDigits } from './phone-number.ts';

type SearchedPerson = {
  firstName: string | null;
  middleName: string | null;
  lastName: string | null;
  email: string | null;
  phoneNumber: string | null;
  channelIdentities: readonly ChannelIdentity[];
};

type ChannelIdentity = { channel: Channel; externalId: string };

/**
 * The text that the database searches, one line per value that is there: the channel ids, in letters of their own; names, e-mail
 * address and the digits of the phone number, folded; and the signs that folding drops. The number stands there once more without its
 * country code, as it begins for who dials it at home.
 */
export function searchText(person: SearchedPerson): string {
  const name = fullName(person) ?? '';
  const email = person.email ?? '';
  const lines = [
    ...[fold(name), fold(email)].map((line) => line && START + line),
    ...numbers(person.phoneNumber).map((digits) => START_OF_NUMBER + digits),
    foldedAwaySigns(name + email),
    ...person.channelIdentities.flatMap(identityLines),
  ];
  const kept = upToLongest(lines.filter(Boolean));
  const ids = kept.filter((line) => line.startsWith(START_OF_ID));
  const others = kept.filter((line) => !line.startsWith(START_OF_ID));
  return (ids.length > 1 ? SEVERAL_IDS : '') + [...ids, ...others].join('\n');
}

function numbers(phoneNumber: string | null): string[] {
  return phoneNumber === null ? [] : [phoneNumber.slice(1), nationalDigits(phoneNumber)];
}

/** The lines for an id in the searched text: the whole id and, on Slack, also the user's part. */
export function identityLines({ channel, externalId }: ChannelIdentity): string[] {
  const user = channel === 'SLACK' ? externalId.split(':')[1] : undefined;
  return [externalId, user ?? ''].flatMap((id) => identityStart(id) ?? []);
}

/** The start of the line of an id that begins with this text; undefined where no id can begin so. */
export function identityStart(text: string): string | undefined {
  const folded = fold(text);
  return /^[!-~]+$/.test(folded) ? START_OF_ID + folded.replace(/./g, inLettersOfIds) : undefined;
}

// Ids are found by their start only. So they are written in capital letters, which no folded text has, and behind a mark, which
// the SQL function `search_grams` knows. Other searched texts never match inside an id, and a searched id matches only at the
// mark.
const FIRST_CAPITAL = 0x0400;

function inLettersOfIds(character: string): string {
  const capital = character.toUpperCase();
  return /[A-Z]/.test(capital) ? capital : String.fromCodePoint(FIRST_CAPITAL + otherCharacters.indexOf(character));
}

const otherCharacters = Array.from({ length: 94 }, (_, at) => String.fromCharCode(0x21 + at)).filter(
  (character) => !/[A-Za-z]/.test(character),
);

/** In bytes: an index that contains the searched text takes no longer one. */
const LONGEST = 2600;

// The longest name and address fit. Of very many very long ids, the last ones are left out.
function upToLongest(lines: string[]): string[] {
  let left = LONGEST;
  return lines.filter((line) => {
    left -= Buffer.byteLength(line) + 1;
    return left >= 0;
  });
}

import { parseVCards, type VCard4 } from 'vcard4-ts';
import { columnsByHeader } from './columns.ts';

/** The columns of vCards. The same headers in a CSV file are understood alike, so that bad cards can be mended as one. */
export const VCARD_COLUMNS = columnsByHeader([
  'First name',
  'Middle name',
  'Last name',
  'Full name',
  'Phone',
  'E-mail',
]);

/** Google's separator between several values in a cell. */
const SEVERAL = ' ::: ';

const CARDS = 200;

export function isVCards(text: string): boolean {
  return /^\s*BEGIN:VCARD\s/i.test(text);
}

export type VCardRecord = { line: number; cells: string[]; isUnclosed: boolean };

/** The cards of the text as rows of VCARD_COLUMNS, in batches, each parsed when it is asked for. */
export function* vCardRecords(text: string): Generator<VCardRecord[]> {
  let batch: VCardRecord[] = [];
  for (const card of cardsIn(text)) {
    batch.push({ line: card.line, cells: cellsOf(card.lines), isUnclosed: !card.isClosed });
    if (batch.length < CARDS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

type Card = { line: number; lines: string[]; isClosed: boolean };

/** The unfolded lines of each card that matter here. A photo may be megabytes long, and is not handed to the parser. */
function* cardsIn(text: string): Generator<Card> {
  let card: Card | undefined;
  let number = 0;
  let isSkipped = false;
  for (const { 0: line } of text.matchAll(/[^\r\n]*(?:\r\n?|\n|$)/g)) {
    number += 1;
    const content = line.replace(/[\r\n]+$/, '');
    if (/^BEGIN:VCARD\s*$/i.test(content)) {
      if (card) yield card;
      card = { line: number, lines: [], isClosed: false };
      isSkipped = true;
    } else if (!card) {
    } else if (/^END:VCARD\s*$/i.test(content)) {
      yield { ...card, isClosed: true };
      card = undefined;
    } else if (/^[ \t]/.test(content) || endsSoftly(card.lines.at(-1))) {
      if (!isSkipped) card.lines.push(unfold(card.lines.pop() ?? '', content));
    } else {
      isSkipped = !/^([\w-]+\.)?(N|FN|TEL|EMAIL)[;:]/i.test(content);
      if (!isSkipped) card.lines.push(content);
    }
  }
  if (card) yield card;
}

// Quoted-printable of vCard 2.1 continues after an equals sign at the end, everything else before a space.
function endsSoftly(line = ''): boolean {
  return line.endsWith('=') && isQuotedPrintable(line);
}

function isQuotedPrintable(line: string): boolean {
  return /^[^:]*;(ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line);
}

function unfold(line: string, next: string): string {
  return endsSoftly(line) ? line.slice(0, -1) + next : line + next.slice(1);
}

function cellsOf(lines: readonly string[]): string[] {
  const text = ['BEGIN:VCARD', 'VERSION:4.0', ...lines.map(modernize), 'END:VCARD', ''].join('\r\n');
  const card = parseVCards(text).vCards?.[0];
  if (!card) return VCARD_COLUMNS.map(() => '');
  const names = card.N?.value;
  const join = (parts: readonly string[] = []) => parts.filter((part) => part !== '').join(' ');
  return [
    ...[join(names?.givenNames), join(names?.additionalNames), join(names?.familyNames)],
    card.FN[0].value,
    byPreference(card.TEL)
      .map((phone) => phone.replace(/^tel:/i, '').replace(/;.*$/, ''))
      .join(SEVERAL),
    byPreference(card.EMAIL).join(SEVERAL),
  ].map((cell) => cell.trim());
}

/** A line of vCard 2.1 or 3.0 as 4.0 writes it: parameters with a name, the value decoded. */
function modernize(line: string): string {
  const colon = line.indexOf(':');
  const [name = '', ...parameters] = line.slice(0, colon).split(';');
  const value = line.slice(colon + 1);
  const charset = /^CHARSET=(.*)$/i.exec(parameters.find((one) => /^CHARSET=/i.test(one)) ?? '')?.[1];
  const kept = parameters.filter((one) => !/^(CHARSET|ENCODING|LANGUAGE|QUOTED-PRINTABLE|8BIT|BASE64)(=|$)/i.test(one));
  const named = kept.map((one) => (one.includes('=') ? one : `TYPE=${one}`));
  const head = [name.replace(/^.*\./, ''), ...named].join(';');
  return `${head}:${isQuotedPrintable(line) ? decodeQuotedPrintable(value, charset) : value}`;
}

function decodeQuotedPrintable(text: string, charset = 'utf-8'): string {
  const characters = text.match(/=[0-9a-f]{2}|[\s\S]/gi) ?? [];
  const isByte = (part: string) => /^=[0-9a-f]{2}$/i.test(part);
  const bytes = characters.flatMap((part) =>
    isByte(part) ? [Number.parseInt(part.slice(1), 16)] : [...new TextEncoder().encode(part)],
  );
  return decoderOf(charset)
    .decode(new Uint8Array(bytes))
    .replace(/[\r\n]+/g, '\\n');
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.replaceAll('"', ''));
  } catch {
    return new TextDecoder();
  }
}

type Valued = { value: string; parameters?: { PREF?: number; TYPE?: string[] } };

/** What the card prefers comes first: `PREF=1` of 4.0, `TYPE=pref` before. */
function byPreference(properties: VCard4['TEL'] | VCard4['EMAIL']): string[] {
  const rank = ({ parameters }: Valued) => {
    if (parameters?.PREF !== undefined) return parameters.PREF;
    return parameters?.TYPE?.some((type) => /(^|,)pref(,|$)/i.test(type)) ? 1 : 101;
  };
  return ((properties ?? []) as Valued[]).toSorted((one, other) => rank(one) - rank(other)).map(({ value }) => value);
}

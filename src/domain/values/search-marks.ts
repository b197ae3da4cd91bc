import type { SearchCondition } from '../../database/search-conditions.ts';
import type { Channel } from '../../database/tables.ts';
import { fold, foldedAwaySigns } from './fold.ts';
import { phoneMatchKey } from './phone-number.ts';
import { identityLines } from './search-text.ts';

/** A part of the displayed text. The texts of all segments joined are the displayed text, unchanged. */
export type TextSegment = { text: string; matched: boolean };

/** Marks every occurrence of every searched text, in whole graphemes; undefined when there is none. */
export function matchText(displayed: string, search: readonly SearchCondition[]): TextSegment[] | undefined {
  const texts = leaves(search).flatMap((leaf) => ('text' in leaf ? leaf.text : []));
  const segments = cut(displayed);
  mark(segments, fold, texts);
  // A searched text of signs only, which folding drops, is compared with the signs of the displayed text.
  const signs = texts.filter((text) => fold(text) === '');
  if (signs.length > 0) mark(segments, foldedAwaySigns, signs);
  return merged(segments);
}

/** Like matchText, but compares digits only; punctuation between matched digits is marked with them. */
export function matchPhone(
  displayed: string,
  phoneNumber: string,
  search: readonly SearchCondition[],
): TextSegment[] | undefined {
  const key = phoneMatchKey(phoneNumber);
  const parts = leaves(search).flatMap((leaf) => {
    if ('digits' in leaf) return leaf.digits;
    if ('text' in leaf) return /^\d+$/.test(leaf.text) ? leaf.text : [];
    return 'phoneKey' in leaf && leaf.phoneKey === key ? onlyDigits(phoneNumber) : [];
  });
  const segments = cut(displayed);
  mark(segments, onlyDigits, parts);
  return merged(segments);
}

/** Marks the start of the id, or on Slack the start of its user part, if a searched id begins so; else undefined. */
export function matchIdentity(
  identity: { channel: Channel; externalId: string },
  search: readonly SearchCondition[],
): TextSegment[] | undefined {
  const starts = leaves(search).flatMap((leaf) => ('identity' in leaf ? leaf.identity : []));
  const segments = cut(identity.externalId);
  const compared = segments.flatMap((segment) => Array<Segment>(fold(segment.text).length).fill(segment));
  const lines = identityLines(identity);
  for (const line of lines) {
    // Without its first character, the mark, each line is the end of the first line.
    const before = (lines[0]?.length ?? 0) - line.length;
    for (const start of starts.filter((each) => line.startsWith(each))) {
      for (const segment of compared.slice(before, before + start.length - 1)) segment.matched = true;
    }
  }
  return merged(segments);
}

/** Whether a user's searched text contains an id that matchIdentity would mark. */
export function hasIdentity(searchText: string, search: readonly SearchCondition[]): boolean {
  return leaves(search).some((leaf) => 'identity' in leaf && searchText.includes(leaf.identity));
}

type Leaf = Exclude<SearchCondition, { every: unknown } | { some: unknown }>;

function leaves(search: readonly SearchCondition[]): Leaf[] {
  return search.flatMap((condition) => {
    if ('every' in condition) return leaves(condition.every);
    return 'some' in condition ? leaves(condition.some) : condition;
  });
}

type Segment = { text: string; matched: boolean };

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function cut(displayed: string): Segment[] {
  return Array.from(graphemes.segment(displayed), ({ segment }) => ({ text: segment, matched: false }));
}

function mark(segments: Segment[], compared: (text: string) => string, needles: string[]): void {
  const texts = segments.map(({ text }) => compared(text));
  const haystack = texts.join('');
  // One character may fold to several (ß to ss), so this holds the grapheme of each compared character.
  const origins = texts.flatMap((text, index) => Array<number>(text.length).fill(index));
  for (const needle of needles) {
    for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
      const first = origins[at];
      const last = origins[at + needle.length - 1];
      if (first === undefined || last === undefined) break;
      for (const segment of segments.slice(first, last + 1)) segment.matched = true;
    }
  }
}

function merged(segments: Segment[]): TextSegment[] | undefined {
  if (!segments.some(({ matched }) => matched)) return undefined;
  const found: TextSegment[] = [];
  for (const segment of segments) {
    const previous = found.at(-1);
    if (previous?.matched === segment.matched) previous.text += segment.text;
    else found.push({ ...segment });
  }
  return found;
}

function onlyDigits(text: string): string {
  return fold(text).replace(/[^0-9]/g, '');
}

import type { IncomingMessage } from 'node:http';
import { LRUCache } from 'lru-cache';
import type { MediaType } from './graphql-response.ts';

/** Whether the body is plain JSON in UTF-8: no other charset, not compressed, not a form. */
export function isPlainJson({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return false;
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(headers['content-type'] ?? '');
}

// This is read before the caller is known. A header of 16 KB would take ten times as long as the rest of a refusal.
const LONGEST_ACCEPT = 1000;
const MOST_RANGES = 32;

// The first is for whoever takes both alike, as `*/*` does.
const OURS: readonly MediaType[] = ['application/json', 'application/graphql-response+json'];

// Clients send few different headers, and to read one takes as long as much of a refusal.
const chosen = new LRUCache<string, { type: MediaType | undefined }>({ max: 100 });

/** That of our media types which the Accept header likes best, the earlier of two that it likes alike; undefined when it takes neither. */
export function chooseMediaType(accept = '*/*'): MediaType | undefined {
  const header = accept.slice(0, LONGEST_ACCEPT);
  const known = chosen.get(header);
  if (known) return known.type;
  const type = choose(header);
  chosen.set(header, { type });
  return type;
}

function choose(header: string): MediaType | undefined {
  const ranges = header.toLowerCase().split(',', MOST_RANGES).map(readRange);
  const liked = OURS.map((type) => {
    // The most exact range counts, whatever a wider one says.
    const names = [type, 'application/*', '*/*'];
    const place = names.map((name) => ranges.findIndex((range) => range.type === name)).find((found) => found >= 0);
    return { type, place: place ?? 0, quality: place === undefined ? 0 : (ranges[place]?.quality ?? 0) };
  });
  const [best] = liked.toSorted((one, other) => other.quality - one.quality || one.place - other.place);
  return best && best.quality > 0 ? best.type : undefined;
}

function readRange(range: string): { type: string; quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
  const isInOtherCharset = parameters.some((parameter) => /^charset=(?!"?utf-?8"?$)/.test(parameter));
  const quality = parameters.flatMap((parameter) => /^q=([01](?:\.\d{0,3})?)$/.exec(parameter)?.[1] ?? [])[0];
  return { type, quality: isInOtherCharset ? 0 : Number(quality ?? 1) };
}

/** Whether the answer may be compressed with gzip. */
export function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = String(headers['accept-encoding'] ?? '').slice(0, LONGEST_ACCEPT);
  return accepted.split(',').some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(coding));
}

/** Whether a browser opens the address, rather than a GraphQL client. */
export function wantsHtml({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').includes('text/html');
}

import type { IncomingMessage } from 'node:http';
import type { MediaType } from './graphql-response.ts';

/** Whether the body is plain JSON in UTF-8: no other charset, not compressed, not a form. */
export function isPlainJson({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') return false;
  return /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i.test(headers['content-type'] ?? '');
}

// This is read before the caller is known. A header of 16 KB would take ten times as long as the rest of a refusal.
const LONGEST_ACCEPT = 1000;

/** The first media type in the Accept header that we can answer with; undefined when there is none. */
export function chooseMediaType(accept = '*/*'): MediaType | undefined {
  for (const range of accept.slice(0, LONGEST_ACCEPT).toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
    if (parameters.some((parameter) => /^(q=0(\.0*)?|charset=(?!"?utf-?8"?$).*)$/.test(parameter))) continue;
    if (type === 'application/graphql-response+json') return type;
    if (['application/json', 'application/*', '*/*'].includes(type)) return 'application/json';
  }
  return undefined;
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

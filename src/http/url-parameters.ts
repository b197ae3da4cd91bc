import type { IncomingMessage } from 'node:http';

/** The parameters in the request's address; undefined when they are not percent-encoded UTF-8, which URLSearchParams would mend silently. */
export function urlParameters({ url = '' }: IncomingMessage): URLSearchParams | undefined {
  const [, query = ''] = url.split(/\?(.*)/s);
  try {
    decodeURIComponent(query);
  } catch {
    return undefined;
  }
  return new URLSearchParams(query);
}

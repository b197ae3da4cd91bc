import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { GraphQLResponse } from './graphql-response.ts';
import { acceptsGzip } from './negotiation.ts';

// In characters. A check's answer is far shorter, and would only come later; a page of users is longer.
const SMALLEST = 4000;

const pack = promisify(gzip);

/** The response with its body compressed, if that is long and the caller takes it so. */
export async function compress(response: GraphQLResponse, request: IncomingMessage): Promise<GraphQLResponse> {
  if (response.body.length < SMALLEST || !acceptsGzip(request)) return response;
  return {
    ...response,
    headers: { ...response.headers, 'content-encoding': 'gzip' },
    body: await pack(response.body),
  };
}

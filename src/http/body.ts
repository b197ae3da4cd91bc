import type { IncomingMessage } from 'node:http';
import type { Params } from '../graphql/request.ts';

const MAXIMUM_BODY = 256_000;
const MAXIMUM_QUERY = 16_000;
const MAXIMUM_NAME = 200;

export type Refused = { status: 400 | 413; message: string };

/**
 * Resolves with the body as text, or with a refusal: 413 as soon as it is known to be too long, 400 when it breaks off or is not
 * UTF-8. Bytes beyond the limit are not kept.
 */
export function readBody(request: IncomingMessage): Promise<string | Refused> {
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY) return Promise.resolve(tooLarge);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAXIMUM_BODY) chunks.push(chunk);
      else {
        request.pause();
        resolve(tooLarge);
      }
    });
    request.once('end', () => resolve(decode(chunks)));
    request.once('close', () => resolve({ status: 400, message: 'The body did not arrive whole.' }));
  });
}

const tooLarge: Refused = { status: 413, message: `A request may have at most ${MAXIMUM_BODY} bytes.` };
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(chunks: Buffer[]): string | Refused {
  try {
    return utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));
  } catch {
    return { status: 400, message: 'The body is not UTF-8.' };
  }
}

/**
 * Reads the parameters that GraphQL over HTTP allows in a body. The texts of refusals are fixed: they quote nothing of the body.
 */
export function parseParams(text: string): Params | Refused {
  const body = parseJson(text);
  if (Array.isArray(body)) return refused('Batches are not taken: one operation a request.');
  if (!isRecord(body)) return refused('The body must be a JSON object.');
  if (!Object.keys(body).every((name) => PARAMETERS.has(name))) {
    return refused('The body may hold query, operationName, variables and extensions alone.');
  }
  const { query, operationName = null, variables = null, extensions = null } = body;
  if (typeof query !== 'string') return refused('query must be a string.');
  // Checked before the query is parsed or cached.
  if (query.length > MAXIMUM_QUERY)
    return { status: 413, message: `query may have at most ${MAXIMUM_QUERY} characters.` };
  if (operationName !== null && (typeof operationName !== 'string' || operationName.length > MAXIMUM_NAME)) {
    return refused(`operationName must be a string of at most ${MAXIMUM_NAME} characters.`);
  }
  if (variables !== null && !isRecord(variables)) return refused('variables must be an object.');
  if (extensions !== null && !isRecord(extensions)) return refused('extensions must be an object.');
  return { query, operationName, variables };
}

const PARAMETERS = new Set(['query', 'operationName', 'variables', 'extensions']);

function refused(message: string): Refused {
  return { status: 400, message };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { IncomingMessage, ServerResponse } from 'node:http';

const MAXIMUM_BODY = 256_000;

/** `code` is BAD_USER_INPUT unless given. */
export type Refused = { status: number; message: string; code?: string };

/** For a body that `isPlainJson` does not take. */
export const NO_JSON: Refused = { status: 415, message: 'Only application/json in UTF-8 is taken, not compressed.' };

/**
 * Resolves with what the body says, or with a refusal: 413 as soon as it is known to be too long, 400 when it breaks off, is not UTF-8 or
 * not JSON. Bytes beyond the limit are not kept. The texts of refusals are fixed: they quote nothing of the body.
 */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
): Promise<{ json: unknown } | Refused> {
  if (request.headers.expect) response.writeContinue();
  const text = await readBody(request);
  if (typeof text !== 'string') return text;
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { status: 400, message: 'The body is not JSON.' };
  }
}

function readBody(request: IncomingMessage): Promise<string | Refused> | string | Refused {
  if (Number(request.headers['content-length'] ?? 0) > MAXIMUM_BODY) return tooLarge;
  // It has mostly arrived while the caller was identified. To be told of it by events would take a twelfth of what
  // node's HTTP takes for a small request.
  if (request.complete) return request.readableLength > MAXIMUM_BODY ? tooLarge : decode(request.read() ?? NOTHING);
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
    request.once('end', () => resolve(decode(Buffer.concat(chunks))));
    request.once('close', () => resolve({ status: 400, message: 'The body did not arrive whole.' }));
  });
}

const tooLarge: Refused = { status: 413, message: `A request may have at most ${MAXIMUM_BODY} bytes.` };
const NOTHING = Buffer.alloc(0);
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(body: Buffer): string | Refused {
  try {
    return utf8.decode(body);
  } catch {
    return { status: 400, message: 'The body is not UTF-8.' };
  }
}

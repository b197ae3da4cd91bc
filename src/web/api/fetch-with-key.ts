import { t } from '@lingui/core/macro';
import { BASE_PATH } from '../parts/base-path.ts';
import { currentAccessKey, endSession } from './access-key.ts';
import { RequestError } from './request-error.ts';

// What a header can carry, and so what a key can be.
const SENDABLE = /^[\x21-\x7e]+$/;

/** Asks the service with this key, at a path below its own. The session ends if the key is its own and not valid any more. */
export async function fetchWithKey(path: string, accessKey: string | null, init: RequestInit = {}): Promise<Response> {
  const response = await send(path, accessKey, init);
  if (response.status === 401 && accessKey !== null && accessKey === currentAccessKey()) endSession();
  return response;
}

async function send(path: string, accessKey: string | null, init: RequestInit): Promise<Response> {
  if (accessKey === null || !SENDABLE.test(accessKey)) return new Response(null, { status: 401 });
  try {
    return await fetch(BASE_PATH + path, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${accessKey}` },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new RequestError('UNREACHABLE', t`The service cannot be reached. Check your connection.`);
  }
}

import { t } from '@lingui/core/macro';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { currentLanguage } from '../language/language.ts';
import { currentAccessKey, endSession } from './access-key.ts';

/** Why there is no answer: the API's `extensions.code`, or UNREACHABLE. The message is for people. `retryAfter`: seconds to wait, where the service tells. */
export class RequestError extends Error {
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(code: string, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

type Answer<Result> = {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; correlationId?: string } }[];
};

const LONGEST_WAIT = 20_000;

/** Asks the API; throws a RequestError, or an AbortError when `signal` says so. With `keepalive` it is sent even if the page goes. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  accessKey = currentAccessKey(),
  keepalive = false,
): Promise<Result> {
  const { status, answer, retryAfter } = await send<Result>(
    accessKey,
    { query: document, variables },
    signal,
    keepalive,
  );
  if (status === 401) {
    if (accessKey === currentAccessKey()) endSession();
    throw new RequestError('UNAUTHENTICATED', t`This access key is not valid: it may be mistyped, expired or revoked.`);
  }
  const [error] = answer.errors ?? [];
  // The API speaks English.
  const refusals = currentLanguage() === 'en' ? undefined : await loadRefusals().catch(() => undefined);
  if (error) {
    const { code, correlationId: id } = error.extensions ?? {};
    const message = refusals?.translateError(code) ?? error.message;
    throw new RequestError(code ?? 'UNKNOWN', id ? `${message} (${id})` : message, retryAfter);
  }
  if (!answer.data) throw new RequestError('UNREACHABLE', t`The service gave no answer (HTTP ${status}).`);
  refusals?.translateRefusals(answer.data);
  return answer.data;
}

const loadRefusals = () => import('./refusals.ts');

// What a header can carry, and so what a key can be.
const SENDABLE = /^[\x21-\x7e]+$/;

async function send<Result>(
  accessKey: string | null,
  body: unknown,
  signal: AbortSignal | undefined,
  keepalive: boolean,
): Promise<{ status: number; answer: Answer<Result>; retryAfter?: number }> {
  if (accessKey !== null && !SENDABLE.test(accessKey)) return { status: 401, answer: {} };
  const timeout = AbortSignal.timeout(LONGEST_WAIT);
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${accessKey}` },
      body: JSON.stringify(body),
      keepalive,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const answer: Answer<Result> = await response.json().catch(() => ({}));
    return { status: response.status, answer, retryAfter: Number(response.headers.get('retry-after')) || undefined };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new RequestError('UNREACHABLE', t`The service cannot be reached. Check your connection.`);
  }
}

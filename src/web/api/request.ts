import { t } from '@lingui/core/macro';
import type { TypedDocumentString } from '../generated/graphql.ts';
import { currentLanguage } from '../language/language.ts';
import { currentAccessKey } from './access-key.ts';
import { fetchWithKey } from './fetch-with-key.ts';
import { RequestError } from './request-error.ts';

type Answer<Result> = {
  data?: Result | null;
  errors?: { message: string; extensions?: { code?: string; correlationId?: string } }[];
};

const LONGEST_WAIT = 20_000;

// What a proxy in between answers for itself.
const SAID_BY_STATUS: Record<number, string> = { 429: 'RATE_LIMITED', 503: 'SERVICE_UNAVAILABLE' };

/** Asks the API; throws a RequestError, or an AbortError when `signal` says so. With `keepalive` it is sent even if the page goes. */
export async function request<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
  accessKey = currentAccessKey(),
  keepalive = false,
): Promise<Result> {
  const timeout = AbortSignal.timeout(LONGEST_WAIT);
  const response = await fetchWithKey('/graphql', accessKey, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: document, variables }),
    keepalive,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  });
  const { status } = response;
  if (status === 401) {
    throw new RequestError('UNAUTHENTICATED', t`This access key is not valid: it may be mistyped, expired or revoked.`);
  }
  const answer: Answer<Result> = await response.json().catch(() => ({}));
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const [error] = answer.errors ?? [];
  // The API speaks English.
  const refusals = currentLanguage() === 'en' ? undefined : await loadRefusals().catch(() => undefined);
  if (error) {
    const { code, correlationId: id } = error.extensions ?? {};
    const message = refusals?.translateError(code) ?? error.message;
    throw new RequestError(code ?? 'UNKNOWN', id ? `${message} (${id})` : message, retryAfter);
  }
  if (!answer.data) {
    throw new RequestError(
      SAID_BY_STATUS[status] ?? 'UNREACHABLE',
      t`The service gave no answer (HTTP ${status}).`,
      retryAfter,
    );
  }
  refusals?.translateRefusals(answer.data);
  return answer.data;
}

const loadRefusals = () => import('./refusals.ts');

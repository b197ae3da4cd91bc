import { GatewayError } from './gateway-error.ts';
import type { Settings } from './settings.ts';

export type Sent<Result> = { result: Result } | Failure;
type Failure = { error: GatewayError; mayRetry: boolean; retryAfterMs: number };

/** Sends one request, waits for all of its answer so many milliseconds, and reads it. Never throws. */
export async function send<Data, Result>(
  { endpoint, key }: Settings,
  body: string,
  patienceMs: number,
  read: (data: Data) => Result,
): Promise<Sent<Result>> {
  try {
    // Global fetch keeps its connections alive for the next request.
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${key}` },
      body,
      // The service does not redirect. Whoever does must not get the key, nor turn the POST into a GET.
      redirect: 'manual',
      signal: AbortSignal.timeout(Math.max(1, Math.ceil(patienceMs))),
    });
    const answer = readJson(await readText(response));
    return isWhole(response, answer) ? { result: read(answer.data as Data) } : judge(endpoint, response, answer);
  } catch (cause) {
    const message = `There is no answer of the service at ${place(endpoint)} that can be read: ${describe(cause)}`;
    return { error: new GatewayError('UNAVAILABLE', message, cause), mayRetry: true, retryAfterMs: 0 };
  }
}

/** What can be told in a log. */
function place(endpoint: string): string {
  const { origin, pathname } = new URL(endpoint);
  return origin + pathname;
}

/** What fetch says is "fetch failed"; the system's code stands in what caused that. */
function describe(error: unknown): string {
  const { message, cause } = Object(error);
  const { code } = Object(cause);
  return typeof code === 'string' ? `${message}, ${code}` : String(message);
}

// The largest true answer, a page of approvals, has some 300 kB.
const LONGEST_ANSWER = 4_000_000;

/** Throws for an answer that is too long to be the service's. */
async function readText({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST_ANSWER) throw new Error('The answer is too long');
  }
  return text + decoder.decode();
}

type Answer = { data?: unknown; errors?: unknown };
type Fault = { message?: unknown; path?: unknown; extensions?: { code?: unknown } | null } | null | undefined;

/** Empty for what is no JSON, such as a proxy's page. */
function readJson(text: string): Answer {
  try {
    const json = JSON.parse(text);
    return Object(json);
  } catch {
    return {};
  }
}

// Half an answer is none.
function isWhole({ ok }: Response, { data, errors }: Answer): boolean {
  return ok && errors === undefined && typeof data === 'object' && data !== null;
}

// What a proxy in front of the service may say for it.
const SAID_BY_STATUS: Record<number, string | undefined> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  429: 'RATE_LIMITED',
};
const PASSING: unknown[] = [undefined, 'RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'];

function judge(endpoint: string, { status, headers }: Response, { errors }: Answer): Failure {
  const fault: Fault = Array.isArray(errors) ? errors[0] : undefined;
  const code = fault?.extensions?.code ?? SAID_BY_STATUS[status];
  return {
    error: errorOf(code, `The service at ${place(endpoint)} answered with HTTP ${status}`, fault),
    mayRetry: PASSING.includes(code),
    retryAfterMs: retryAfter(headers),
  };
}

function errorOf(code: unknown, source: string, fault: Fault): GatewayError {
  const told = typeof fault?.message === 'string' ? `: ${oneLine(fault.message)}` : '';
  const message = `${source} and ${typeof code === 'string' ? oneLine(code) : 'nothing of use'}${told}`;
  if (code === 'UNAUTHENTICATED' || code === 'FORBIDDEN') return new GatewayError(code, message);
  // Without a path it is the operation that an older service does not understand, and no sender's fault.
  if (code === 'BAD_USER_INPUT' && Array.isArray(fault?.path)) return new GatewayError(code, message);
  return new GatewayError('UNAVAILABLE', message);
}

/** What was told ends up in logs, in which nothing but this line may be written by it. */
function oneLine(text: string): string {
  return text.slice(0, 400).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ');
}

/** In milliseconds, from seconds or a date; 0 for none. */
function retryAfter(headers: Headers): number {
  const text = headers.get('retry-after') ?? '';
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

import type { GatewayError } from './gateway-error.ts';

/** What is undefined, as a variable of the environment may be, is refused when a gateway is created. */
export type GatewaySettings = {
  /** Where the service is, such as https://users.example.com. `/graphql` is added unless it ends so. */
  url: string | undefined;
  /** The gateway's access key, of role GATEWAY: umk_… */
  key: string | undefined;
  /** The id of the environment in which the assistant runs. */
  environmentId: string | undefined;
  /** How long one request may take, in milliseconds; 3,000 unless given. */
  attemptMs?: number | undefined;
  /** How long it may take, in milliseconds, until a sender is answered for, with all retries; 10,000 unless given. */
  totalMs?: number | undefined;
  /** Told when a request was in vain, and when the key or the environment is wrong. Unless given, it is written with `console.error`. */
  onError?: ((error: GatewayError) => unknown) | undefined;
};

export type Settings = {
  endpoint: string;
  key: string;
  environmentId: string;
  attemptMs: number;
  totalMs: number;
  /** Calls `onError`, and ignores what that throws. */
  report(error: GatewayError): void;
};

const KEY = /^umk_[0-9a-f]{32}_[\w-]{43}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Throws a TypeError for settings with which no request could succeed, so that a gateway does not start with them. */
export function readSettings(given: GatewaySettings): Settings {
  const { url, key, environmentId, attemptMs = 3000, totalMs = 10_000, onError = writeError } = Object(given);
  const endpoint = endpointOf(url);
  // The key itself is never told: messages end up in logs.
  if (!matches(KEY, key))
    throw new TypeError('key must be an access key of the service, umk_…, without anything around it');
  if (!matches(UUID, environmentId)) throw new TypeError("environmentId must be an environment's id, a UUID");
  if (!isDuration(attemptMs)) throw new TypeError('attemptMs must be a number of milliseconds');
  if (!isDuration(totalMs)) throw new TypeError('totalMs must be a number of milliseconds');
  if (typeof onError !== 'function') throw new TypeError('onError must be a function');
  const report = async (error: GatewayError) => onError(error);
  return { endpoint, key, environmentId, attemptMs, totalMs, report: (error) => void report(error).catch(() => {}) };
}

function endpointOf(url: unknown): string {
  const parsed = URL.canParse(String(url)) ? new URL(String(url)) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.password) {
    throw new TypeError(
      'url must be the address of the service, such as https://users.example.com, without a password',
    );
  }
  const path = parsed.pathname.replace(/\/+$/, '');
  parsed.pathname = path.endsWith('/graphql') ? path : `${path}/graphql`;
  return parsed.href;
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

// The most that a timer takes.
const LONGEST_MS = 2 ** 31 - 1;

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= LONGEST_MS;
}

function writeError({ message }: GatewayError): void {
  console.error(`@users-management/gateway: ${message}`);
}

import type { NoAnswer } from './answers.ts';

/**
 * Why a request to the service was in vain. It goes to `onError`, and is never thrown at whoever asks about a sender. It holds neither the
 * key nor senders and codes.
 */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly reason: NoAnswer | 'BAD_USER_INPUT';
  constructor(reason: GatewayError['reason'], message: string, cause?: unknown) {
    super(message, { cause });
    this.reason = reason;
  }
}

export function unknownEnvironment(): GatewayError {
  return new GatewayError('UNKNOWN_ENVIRONMENT', 'There is no environment with this id in which the key may ask');
}

export function badCursor(): GatewayError {
  return new GatewayError(
    'BAD_USER_INPUT',
    '`after` is not a cursor of this environment: no approval can be read with it',
  );
}

export function reasonOf(error: unknown): GatewayError['reason'] {
  return error instanceof GatewayError ? error.reason : 'UNAVAILABLE';
}

/** What a sender is answered when the service answered nothing. */
export function reasonForSender(error: unknown): NoAnswer | 'INVALID_SENDER' {
  const reason = reasonOf(error);
  return reason === 'BAD_USER_INPUT' ? 'INVALID_SENDER' : reason;
}

const REASONS = new Map<string, NoAnswer | 'INVALID_SENDER'>([
  ['ENVIRONMENT_NOT_FOUND', 'UNKNOWN_ENVIRONMENT'],
  ['PHONE_NUMBER_INVALID', 'INVALID_SENDER'],
  ['SENDER_INVALID', 'INVALID_SENDER'],
]);

/** The reason of a refusal, in the words of a check where it has them; null for none. Throws for what is no list of refusals. */
export function reasonOfRefusal([error]: { code: string }[]): string | null {
  if (error === undefined) return null;
  if (typeof error.code !== 'string') throw new TypeError('A refusal without a code');
  return REASONS.get(error.code) ?? error.code;
}

export type CallerErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BAD_USER_INPUT'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE';

/** The caller is wrong, or must wait: no form can mend it. */
export class CallerError extends Error {
  override readonly name = 'CallerError';
  readonly code: CallerErrorCode;
  readonly retryAfterSeconds: number | null;
  constructor(code: CallerErrorCode, message: string, retryAfterSeconds: number | null = null) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

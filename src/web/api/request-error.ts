/**
 * Why there is no answer: the API's `extensions.code`, or UNREACHABLE. The message is for people. `retryAfter`: seconds to wait,
 * where the service tells.
 */
export class RequestError extends Error {
  override readonly name = 'RequestError';
  readonly code: string;
  readonly retryAfter: number | undefined;
  constructor(code: string, message: string, retryAfter?: number) {
    super(message);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

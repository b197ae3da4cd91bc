import { CallerError } from '../../domain/caller-error.ts';

/** The request may change nothing, but its operation is no query. */
export class ReadOnlyError extends CallerError {
  constructor() {
    super('BAD_USER_INPUT', 'By GET only queries are executed: send a mutation by POST.');
  }
}

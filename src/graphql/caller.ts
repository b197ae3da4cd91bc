import type { Actor } from '../domain/actor.ts';
import type { RequestIds } from './request-ids.ts';

/** Who sent the request, and what that allows. */
export type Caller = RequestIds & {
  actor: Actor;
  /** Nothing but queries is executed. */
  isReadOnly: boolean;
  /** Charges the cost of a document; rejects when the caller's allowance is spent. */
  spend: (cost: number) => Promise<void>;
  /** Lets the caller wait up to a minute, for work that may take longer than seconds. */
  waitLonger: () => void;
};

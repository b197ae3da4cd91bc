import type { Connections } from '../database/engine/connection.ts';
import type { AccessDecision } from '../domain/access.ts';
import type { DomainContext } from '../domain/actor.ts';
import type { SelfRegistrationOutcome } from '../domain/self-registration.ts';
import type { Caller } from './caller.ts';
import { createReads, type Reads } from './reads.ts';

/** Is told what happens, for metrics and jobs. */
export type Observer = {
  /** A gateway or somebody else checked whether a sender may talk. */
  accessDecided(decision: AccessDecision): void;
  /** What became of a sender who registered. */
  registered(outcome: SelfRegistrationOutcome | 'REFUSED'): void;
  /** A stranger asked to be let in where there is no room for another request. */
  strangerRefused(): void;
  /** A project or environment was removed, and its rows are still to be deleted. */
  removed(): void;
};

/** The context of the resolvers, one per request. */
export type Context = DomainContext &
  Connections & {
    reads: Reads;
    observer: Observer;
    waitLonger: Caller['waitLonger'];
    /** How many objects the lists of the answer contain so far. */
    objects: number;
  };

export function createContext(connections: Connections, caller: Caller, observer: Observer): Context {
  const { actor, waitLonger } = caller;
  let reads: Reads | undefined;
  return {
    actor,
    ...connections,
    observer,
    waitLonger,
    objects: 0,
    // Created on first use: most access checks ask for no user and need none.
    get reads() {
      reads ??= createReads(connections, actor);
      return reads;
    },
    set reads(fresh) {
      reads = fresh;
    },
  };
}

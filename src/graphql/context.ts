import type { Connections } from '../database/engine/connection.ts';
import type { AccessReason } from '../domain/access.ts';
import type { DomainContext } from '../domain/actor.ts';
import { createReads, type Reads } from './reads.ts';
import type { Caller } from './request.ts';

/** Who is told what happens. */
export type Observer = {
  accessDecided(reason: AccessReason): void;
  /** Something is gone for everybody, and its rows are to go. */
  removed(): void;
};

/** One per request. */
export type Context = DomainContext &
  Connections & {
    reads: Reads;
    observer: Observer;
    waitLonger: Caller['waitLonger'];
    /** How many of them the lists of the answer hold so far. */
    objects: number;
  };

export function createContext(databases: Connections, caller: Caller, observer: Observer): Context {
  const { actor, waitLonger } = caller;
  let reads: Reads | undefined;
  return {
    actor,
    ...databases,
    observer,
    waitLonger,
    objects: 0,
    // An access check that asks for no user has no need of them.
    get reads() {
      reads ??= createReads(databases, actor);
      return reads;
    },
    set reads(fresh) {
      reads = fresh;
    },
  };
}

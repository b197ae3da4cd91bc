import type { Databases } from '../database/connection.ts';
import type { AccessReason } from '../domain/access.ts';
import type { Actor, DomainContext } from '../domain/actor.ts';
import { createReads, type Reads } from './reads.ts';

/** Who counts what happens. */
export type Observer = { accessDecided(reason: AccessReason): void };

/** One per request. */
export type Context = DomainContext &
  Databases & {
    reads: Reads;
    observer: Observer;
    /** How many of them the lists of the answer hold so far. */
    objects: number;
  };

export function createContext(databases: Databases, actor: Actor, observer: Observer): Context {
  let reads: Reads | undefined;
  return {
    actor,
    ...databases,
    observer,
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

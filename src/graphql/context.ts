import type { Db } from '../database/connection.ts';
import type { Actor, DomainContext } from '../domain/actor.ts';
import { createReads, type Reads } from './reads.ts';

/** One per request. */
export type Context = DomainContext & { reads: Reads };

export function createContext(db: Db, actor: Actor): Context {
  return { actor, db, reads: createReads(db, actor) };
}

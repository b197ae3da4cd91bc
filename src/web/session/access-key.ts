import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.ts';
import { dropDrafts } from '../parts/drafts.ts';

/** `hasEnded`: the service no longer takes the key, so the page asks for another. */
export type Session = { accessKey: string | null; hasEnded: boolean };

const STORED_AS = 'access-key';
const listeners = new Set<() => void>();
// Of this tab only, and gone with it.
let session: Session = { accessKey: sessionStorage.getItem(STORED_AS), hasEnded: false };

/** Signs in by a link such as /#key=umk_..., and takes the key out of the address bar and the history. */
export function takeKeyFromLink(): void {
  const accessKey = new URLSearchParams(location.hash.slice(1)).get('key');
  if (accessKey === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  signIn(accessKey);
}

export function useSession(): Session {
  return useSyncExternalStore(subscribe, () => session);
}

export function currentAccessKey(): string | null {
  return session.accessKey;
}

export function signIn(accessKey: string): void {
  sessionStorage.setItem(STORED_AS, accessKey);
  change({ accessKey, hasEnded: false });
}

export function signOut(): void {
  sessionStorage.removeItem(STORED_AS);
  dropDrafts();
  change({ accessKey: null, hasEnded: false });
}

/** Drafts stay: they are there again after signing in. */
export function endSession(): void {
  sessionStorage.removeItem(STORED_AS);
  change({ accessKey: null, hasEnded: true });
}

function change(next: Session): void {
  session = next;
  // What one key may see is not for the next.
  queryClient.clear();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

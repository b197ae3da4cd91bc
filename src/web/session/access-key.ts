import { useSyncExternalStore } from 'react';
import { queryClient } from '../api/query-client.ts';
import { dropDrafts } from '../parts/drafts.ts';

/** `isArriving`: a person is just coming back from the identity provider. `notice`: why the page asks to sign in again. */
export type Session = { accessKey: string | null; isArriving: boolean; notice: Notice | null };

export type Notice = { title: string; text: string };

const STORED_AS = 'access-key';
const listeners = new Set<() => void>();
// Of this tab only, and gone with it.
let session: Session = { accessKey: sessionStorage.getItem(STORED_AS), isArriving: false, notice: null };

const KEY_ENDED = {
  title: 'Your access key no longer works',
  text: 'It was revoked or has expired. Sign in with another one: what you typed is kept.',
};
const TOKEN_ENDED = {
  title: 'Your sign-in no longer works',
  text: 'It has expired, or was not meant for this service. Sign in again: what you typed is kept.',
};

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

/** Whether somebody is signed in with the company account, whose access token stands in the key's place. */
export function useIsPerson(): boolean {
  return isToken(useSession().accessKey);
}

export function currentAccessKey(): string | null {
  return session.accessKey;
}

export function signIn(accessKey: string): void {
  sessionStorage.setItem(STORED_AS, accessKey);
  change({ accessKey, isArriving: false, notice: null });
}

export function signOut(): void {
  sessionStorage.removeItem(STORED_AS);
  dropDrafts();
  change({ accessKey: null, isArriving: false, notice: null });
}

/** Until `signIn` or `endSession` the page waits for the identity provider. */
export function awaitSignIn(): void {
  change({ accessKey: null, isArriving: true, notice: null });
}

/** Drafts stay: they are there again after signing in. */
export function endSession(notice: Notice = isToken(session.accessKey) ? TOKEN_ENDED : KEY_ENDED): void {
  sessionStorage.removeItem(STORED_AS);
  change({ accessKey: null, isArriving: false, notice });
}

// No access key has a dot, and a JWT has two.
function isToken(accessKey: string | null): boolean {
  return accessKey?.includes('.') ?? false;
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

import { useSyncExternalStore } from 'react';
import { dropDrafts } from '../parts/drafts.ts';
import { queryClient } from './query-client.ts';

/**
 * `isArriving`: a person is just coming back from the identity provider. `notice`: why the page asks to sign in again.
 * `offeredKey`: another one than `accessKey`, from a link, which replaces it only if the person says so.
 */
export type Session = {
  accessKey: string | null;
  isArriving: boolean;
  notice: Notice | null;
  offeredKey: string | null;
};

export type Notice = { title: string; text: string };

const STORED_AS = 'access-key';
const SIGNED_OUT: Session = { accessKey: null, isArriving: false, notice: null, offeredKey: null };
const listeners = new Set<() => void>();
// Of this tab only, and gone with it.
let session: Session = { ...SIGNED_OUT, accessKey: sessionStorage.getItem(STORED_AS) };

const KEY_ENDED = {
  title: 'Your access key no longer works',
  text: 'It was revoked or has expired. Sign in with another one: what you typed is kept.',
};
const TOKEN_ENDED = {
  title: 'Your sign-in no longer works',
  text: 'It has expired, or was not meant for this service. Sign in again: what you typed is kept.',
};

/** Takes the key of a link such as /#key=umk_... out of the address bar and the history, and signs in with it or offers to. */
export function takeKeyFromLink(): void {
  const accessKey = new URLSearchParams(location.hash.slice(1)).get('key');
  if (accessKey === null) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  // Whoever made the link would see what is done with its key: nobody is to work with it without knowing.
  if (session.accessKey === null) signIn(accessKey);
  else if (session.accessKey !== accessKey) change({ ...session, offeredKey: accessKey });
}

export function declineOffer(): void {
  change({ ...session, offeredKey: null });
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

export function currentOffer(): string | null {
  return session.offeredKey;
}

export function signIn(accessKey: string): void {
  sessionStorage.setItem(STORED_AS, accessKey);
  change({ ...SIGNED_OUT, accessKey });
}

export function signOut(): void {
  sessionStorage.removeItem(STORED_AS);
  dropDrafts();
  change(SIGNED_OUT);
}

/** Until `signIn` or `endSession` the page waits for the identity provider. */
export function awaitSignIn(): void {
  change({ ...SIGNED_OUT, isArriving: true });
}

/** Drafts stay: they are there again after signing in. */
export function endSession(notice: Notice = isToken(session.accessKey) ? TOKEN_ENDED : KEY_ENDED): void {
  sessionStorage.removeItem(STORED_AS);
  change({ ...SIGNED_OUT, notice, offeredKey: session.offeredKey });
}

/** No access key has a dot, and a JWT has two. */
export function isToken(accessKey: string | null): boolean {
  return accessKey?.includes('.') ?? false;
}

function change(next: Session): void {
  // What one key may see is not for the next.
  if (next.accessKey !== session.accessKey) queryClient.clear();
  session = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

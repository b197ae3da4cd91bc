import { msg } from '@lingui/core/macro';
import { useSyncExternalStore } from 'react';
import { words } from '../language/words.ts';
import { ownName } from '../parts/base-path.ts';
import { dropDrafts } from '../parts/drafts.ts';
import { askOtherTabs, joinOtherTabs, showPresence, signOutOtherTabs } from './other-tabs.ts';
import { queryClient } from './query-client.ts';

/**
 * `isArriving`: who works here is not known yet: other tabs are asked, or a person comes back from the identity provider. `notice`: why the page asks to sign in again.
 * `offeredKey`: another one than `accessKey`, from a link, which replaces it only if the person says so.
 */
export type Session = {
  accessKey: string | null;
  isArriving: boolean;
  notice: Notice | null;
  offeredKey: string | null;
};

export type Notice = { title: string; text: string };

const STORED_AS = ownName('access-key');
const SIGNED_OUT: Session = { accessKey: null, isArriving: false, notice: null, offeredKey: null };
const listeners = new Set<() => void>();
const forgetters = new Set<() => void>();
// Kept for this tab only, and gone with it; other living tabs of the browser may ask for it.
let session: Session = { ...SIGNED_OUT, accessKey: sessionStorage.getItem(STORED_AS) };
let tenure = new AbortController();
showPresence(session.accessKey !== null);
joinOtherTabs({ accessKey: () => session.accessKey, onSignedOut: forget });

const KEY_ENDED = words({
  title: msg`Your access key no longer works`,
  text: msg`It was revoked or has expired. Sign in with another one: what you typed is kept.`,
});
const TOKEN_ENDED = words({
  title: msg`Your sign-in no longer works`,
  text: msg`It has expired, or was not meant for this service. Sign in again: what you typed is kept.`,
});

/**
 * Signs in a new tab with what another tab of this browser works with, and takes the key of a link such as /#key=umk_... out of the
 * address bar and the history: signs in with it, or offers to where there is a session already.
 */
export async function beginSession(): Promise<void> {
  const offered = takeFromAddress();
  if (session.accessKey === null) {
    awaitSignIn();
    const accessKey = (await askOtherTabs()) ?? offered;
    // A link may have come meanwhile.
    if (session.isArriving) {
      if (accessKey === null) change(SIGNED_OUT);
      else signIn(accessKey);
    }
  }
  if (offered !== null) offer(offered);
}

/** The same for a link that is opened in a page that is there already. */
export function takeKeyFromLink(): void {
  const accessKey = takeFromAddress();
  if (accessKey !== null) offer(accessKey);
}

function takeFromAddress(): string | null {
  const accessKey = new URLSearchParams(location.hash.slice(1)).get('key');
  if (accessKey !== null) history.replaceState(history.state, '', location.pathname + location.search);
  return accessKey;
}

// Whoever made the link would see what is done with its key: nobody is to work with it without knowing.
function offer(accessKey: string): void {
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

/** Ends once another key is worked with, or none: what was begun with one is not to go on with another. */
export function keySignal(): AbortSignal {
  return tenure.signal;
}

export function currentOffer(): string | null {
  return session.offeredKey;
}

export function signIn(accessKey: string): void {
  sessionStorage.setItem(STORED_AS, accessKey);
  change({ ...SIGNED_OUT, accessKey });
}

/** In all tabs that work with this key. */
export function signOut(): void {
  if (session.accessKey !== null) signOutOtherTabs(session.accessKey);
  forget();
}

function forget(): void {
  sessionStorage.removeItem(STORED_AS);
  dropDrafts();
  change(SIGNED_OUT);
  for (const forgetOwn of forgetters) forgetOwn();
}

/** For what else is to be forgotten when somebody signs out, in this tab or another: nothing of theirs is to stay. */
export function onSignedOut(forgetOwn: () => void): void {
  forgetters.add(forgetOwn);
}

/** Until `signIn` or `endSession` the page waits. */
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
  const isAnother = next.accessKey !== session.accessKey;
  session = next;
  if (isAnother) {
    // What one key may see is not for the next.
    queryClient.clear();
    tenure.abort();
    tenure = new AbortController();
  }
  showPresence(session.accessKey !== null);
  for (const listener of listeners) listener();
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

import { ownName } from '../parts/base-path.ts';

/** What tabs of one browser tell each other. None of it is stored, so a session ends with its last tab. */
type Message = { kind: 'question' } | { kind: 'answer' | 'signed-out'; accessKey: string };

/** How a tab takes part: what it works with, and what it does once another tab has signed that out. */
export type Membership = { accessKey: () => string | null; onSignedOut: () => void };

const NAME = ownName('session');
// In milliseconds. A tab in the background may answer late; one whose presence is not known (see below) is not waited for so long.
const LONGEST_WAIT = 2_000;
const SHORT_WAIT = 150;

const channel = new BroadcastChannel(NAME);
const send = (message: Message) => channel.postMessage(message);

/** From now on other tabs get this tab's access key when they ask, and can sign it out. */
export function joinOtherTabs({ accessKey, onSignedOut }: Membership): void {
  channel.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    const own = accessKey();
    if (own === null) return;
    if (data.kind === 'question') send({ kind: 'answer', accessKey: own });
    if (data.kind === 'signed-out' && data.accessKey === own) onSignedOut();
  });
}

/** The access key that another tab works with; null when there is none, which is known at once. */
export async function askOtherTabs(): Promise<string | null> {
  // A page that came over plain HTTP has no locks.
  const held = (await navigator.locks?.query())?.held;
  if (held && !held.some(({ name }) => name === NAME)) return null;
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const take = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'answer') resolve(data.accessKey);
  };
  channel.addEventListener('message', take);
  const timer = setTimeout(() => resolve(null), held ? LONGEST_WAIT : SHORT_WAIT);
  send({ kind: 'question' });
  return promise.finally(() => {
    clearTimeout(timer);
    channel.removeEventListener('message', take);
  });
}

export function signOutOtherTabs(accessKey: string): void {
  send({ kind: 'signed-out', accessKey });
}

let release: (() => void) | undefined;

/** Lets other tabs know whether it is worth asking: a lock goes with its tab, however that ends. */
export function showPresence(isSignedIn: boolean): void {
  if (isSignedIn === (release !== undefined)) return;
  release?.();
  release = undefined;
  if (!isSignedIn) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  release = resolve;
  navigator.locks?.request(NAME, { mode: 'shared' }, () => promise);
}

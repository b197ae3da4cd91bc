import { useSyncExternalStore } from 'react';

type Dismissal = { id: string; send: () => Promise<void> };

// There is no way back once the API knows, so it is told only when nobody can undo it any more.
const waiting = new Map<string, Dismissal>();
let hidden: ReadonlySet<string> = new Set();
const listeners = new Set<() => void>();

/** The requests that were dismissed here and are hidden, whether or not the API knows yet. */
export function useDismissing(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, () => hidden);
}

/** Hides a request at once; `send` waits for `settle`. */
export function hold(dismissal: Dismissal): void {
  waiting.set(dismissal.id, dismissal);
  change(new Set([...hidden, dismissal.id]));
}

/** Sends what waits, once; until it is answered and the lists are new, the request stays hidden. */
export async function settle(id: string): Promise<void> {
  const dismissal = waiting.get(id);
  if (!waiting.delete(id)) return;
  await dismissal?.send();
  show(id);
}

/** Takes a dismissal back; false when it was sent already. */
export function takeBack(id: string): boolean {
  if (!waiting.delete(id)) return false;
  show(id);
  return true;
}

/** What waits is sent at once: whoever leaves undoes nothing. Answers with which. */
export function settleAll(): string[] {
  const ids = [...waiting.keys()];
  for (const id of ids) void settle(id);
  return ids;
}

function show(id: string): void {
  change(new Set([...hidden].filter((each) => each !== id)));
}

function change(next: ReadonlySet<string>): void {
  hidden = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

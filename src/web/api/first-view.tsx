import { type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { queryClient } from './query-client.ts';

let isThere = false;
const listeners = new Set<() => void>();

/** What is needed later waits until what is seen first has its answers: on a slow phone it would hold them up. */
export function AfterFirstView({ children }: { children: ReactNode }) {
  return useSyncExternalStore(subscribe, () => isThere) && <Suspense>{children}</Suspense>;
}

/** Watches for that moment, from when the first view has asked for what it needs. Returns how to stop watching. */
export function awaitFirstView(): () => void {
  const look = () => {
    if (isThere || queryClient.isFetching() > 0) return;
    isThere = true;
    for (const listener of listeners) listener();
  };
  const stop = queryClient.getQueryCache().subscribe(look);
  look();
  return stop;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

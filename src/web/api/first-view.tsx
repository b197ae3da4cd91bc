import { useSyncExternalStore } from 'react';
import { queryClient } from './query-client.ts';

let isThere = false;
const listeners = new Set<() => void>();

/** Whether what is seen first has its answers. What is needed later waits for it: on a slow phone it would hold them up. */
export function useIsFirstViewThere(): boolean {
  return useSyncExternalStore(subscribe, () => isThere);
}

/** Watches for it, from when the first view has asked for what it needs; how to stop watching. */
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

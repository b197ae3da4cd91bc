import { type ReactNode, Suspense, startTransition, useEffect, useState } from 'react';
import { queryClient } from './query-client.ts';

let isThere = false;
const listeners = new Set<() => void>();

/** What is needed later waits until what is seen first is there: on a slow phone it would hold it up. */
export function AfterFirstView({ children }: { children: ReactNode }) {
  return useIsFirstViewThere() && <Suspense>{children}</Suspense>;
}

export function useIsFirstViewThere(): boolean {
  const [isKnown, setIsKnown] = useState(isThere);
  useEffect(() => {
    // What comes now gives way to what the person does meanwhile.
    const tell = () => startTransition(() => setIsKnown(isThere));
    tell();
    listeners.add(tell);
    return () => void listeners.delete(tell);
  }, []);
  return isKnown;
}

/** Watches for that moment, from when the first view has asked for what it needs. Returns how to stop watching. */
export function awaitFirstView(): () => void {
  const look = () => {
    if (isThere || queryClient.isFetching() > 0) return;
    isThere = true;
    for (const tell of listeners) tell();
  };
  const stop = queryClient.getQueryCache().subscribe(look);
  look();
  return stop;
}

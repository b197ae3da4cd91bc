import { useEffect, useRef } from 'react';
import { keySignal } from './access-key.ts';

/**
 * For work in many requests that a view shows. `begin` gives the signal that ends it after the request that is under way: when it is
 * stopped, when the view is left, by the back button say, and when another key is worked with.
 */
export function useLongWork() {
  const work = useRef(new AbortController());
  const isSeen = useRef(true);
  useEffect(() => {
    isSeen.current = true;
    return () => {
      isSeen.current = false;
      work.current.abort();
    };
  }, []);
  return {
    begin() {
      work.current = new AbortController();
      return AbortSignal.any([work.current.signal, keySignal()]);
    },
    stop: () => work.current.abort(),
    isSeen: () => isSeen.current,
  };
}

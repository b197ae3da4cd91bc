import { useState } from 'react';
import { type ListState, toFilter } from './list-state.ts';

/** Whom the list's check-boxes tick: some by their ids, over all pages, or everybody who is found. */
export type Selection = ReturnType<typeof useSelection>;

type Ticked = { question: string; ids: ReadonlySet<string>; isAll: boolean; last: string | undefined };

export function useSelection(state: ListState) {
  // Another search or filter finds others: what was ticked before is not theirs.
  const question = JSON.stringify([state.search, toFilter(state)]);
  const nobody: Ticked = { question, ids: new Set(), isAll: false, last: undefined };
  const [kept, setTicked] = useState(nobody);
  const ticked = kept.question === question ? kept : nobody;
  const has = (id: string) => ticked.isAll || ticked.ids.has(id);
  const change = (ids: Iterable<string>, last?: string) =>
    setTicked({ question, ids: new Set(ids), isAll: false, last });
  return {
    ids: ticked.ids,
    isAll: ticked.isAll,
    isEmpty: !ticked.isAll && ticked.ids.size === 0,
    has,
    /** Ticks one or takes the tick away; with Shift also all between it and the one before. */
    toggle(id: string, withRange: boolean, page: string[]) {
      const isOn = !has(id);
      const ids = new Set(ticked.isAll ? page : ticked.ids);
      const start = withRange && ticked.last ? page.indexOf(ticked.last) : -1;
      const end = page.indexOf(id);
      const range = start === -1 ? [id] : page.slice(Math.min(start, end), Math.max(start, end) + 1);
      for (const one of range) isOn ? ids.add(one) : ids.delete(one);
      change(ids, id);
    },
    togglePage(page: string[]) {
      if (page.every(has)) change([...ticked.ids].filter((id) => !page.includes(id)));
      else change([...ticked.ids, ...page]);
    },
    all: () => setTicked({ ...nobody, isAll: true }),
    clear: () => setTicked(nobody),
  };
}

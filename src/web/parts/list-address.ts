import { useSearchParams } from 'wouter';

export const PAGE_SIZE = 20;

/** What part of a list to ask for, by cursors, so that nobody is skipped or seen twice while others write. */
export type ListPage = { after: string; before: string; page: number };
export type GoTo = (place: { after?: string; before?: string; page?: string }, options?: { replace: boolean }) => void;

const FIRST_PAGE = { after: '', before: '', page: '' };

/** The part of a list on the screen, which stands in the address. `names` tells the parameters, beside those of the page. */
export function useListAddress<Name extends string>(names: Record<Name, string>) {
  const [parameters, setParameters] = useSearchParams();
  const all: Record<string, string> = { ...names, after: 'after', before: 'before', page: 'page' };
  const change = (next: Record<string, string | undefined>, options?: { replace: boolean }) =>
    setParameters((current) => {
      const changed = new URLSearchParams(current);
      for (const [name, parameter] of Object.entries(all)) {
        const value = next[name];
        if (value) changed.set(parameter, value);
        else if (value === '') changed.delete(parameter);
      }
      return changed;
    }, options);
  const goTo = (place: Parameters<GoTo>[0] & Partial<Record<NoInfer<Name>, string>>, options?: { replace: boolean }) =>
    change({ ...FIRST_PAGE, ...place }, options);
  return {
    parameters,
    get: (name: Name) => parameters.get(names[name]) ?? '',
    page: readPage(parameters),
    /** Another selection or order starts from its first page. */
    select: (next: Partial<Record<NoInfer<Name>, string>>, options?: { replace: boolean }) =>
      change({ ...next, ...FIRST_PAGE }, options),
    goTo,
  };
}

export function readPage(parameters: URLSearchParams): ListPage {
  const [after = '', before = '', page = ''] = ['after', 'before', 'page'].map((name) => parameters.get(name) ?? '');
  // Its number says nothing without the cursor that leads there.
  return { after, before, page: after || before ? Math.max(1, Number.parseInt(page, 10) || 1) : 1 };
}

/** The page as the API is asked for it. */
export function toPageVariables({ after, before }: Pick<ListPage, 'after' | 'before'>, size = PAGE_SIZE) {
  return before ? { last: size, before } : { first: size, after: after || undefined };
}

import { useSearchParams } from 'wouter';
import type { UserOrder, UsersQueryVariables } from '../generated/graphql.ts';

/** How the list can be ordered, the default first. */
export const ORDERS = {
  newest: { label: 'Newest first', orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
  oldest: { label: 'Oldest first', orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
  name: { label: 'Name, A to Z', orderBy: { field: 'FULL_NAME', direction: 'ASC' } },
  'name-down': { label: 'Name, Z to A', orderBy: { field: 'FULL_NAME', direction: 'DESC' } },
} satisfies Record<string, { label: string; orderBy: UserOrder }>;

export type OrderName = keyof typeof ORDERS;

/** The part of the list on the screen; it stands in the address. */
export type ListState = {
  search: string;
  environment: string;
  source: string;
  order: OrderName;
  after: string;
  before: string;
};

const PARAMETERS = {
  search: 'q',
  environment: 'environment',
  source: 'source',
  order: 'sort',
  after: 'after',
  before: 'before',
} as const;

type Change = Partial<Record<keyof typeof PARAMETERS, string>>;

const PAGE_SIZE = 20;
const FIRST_PAGE: Change = { after: '', before: '' };

export function useListState() {
  const [parameters, setParameters] = useSearchParams();
  const get = (name: keyof typeof PARAMETERS) => parameters.get(PARAMETERS[name]) ?? '';
  const state: ListState = {
    search: get('search'),
    environment: get('environment'),
    source: get('source'),
    order: orderNamed(get('order')),
    after: get('after'),
    before: get('before'),
  };
  const change = (next: Change, options?: { replace: boolean }) =>
    setParameters((current) => changed(current, next), options);
  return {
    state,
    /** Another selection or order starts from its first page. */
    select: (next: Change, options?: { replace: boolean }) => change({ ...next, ...FIRST_PAGE }, options),
    goTo: (next: Pick<Change, 'after' | 'before'>) => change({ ...FIRST_PAGE, ...next }),
  };
}

function orderNamed(name: string): OrderName {
  return name === 'oldest' || name === 'name' || name === 'name-down' ? name : 'newest';
}

function changed(current: URLSearchParams, next: Change): URLSearchParams {
  const parameters = new URLSearchParams(current);
  for (const [name, parameter] of Object.entries(PARAMETERS)) {
    const value = Reflect.get(next, name);
    if (value) parameters.set(parameter, value);
    else if (value === '') parameters.delete(parameter);
  }
  return parameters;
}

export function toVariables(projectId: string, state: ListState): UsersQueryVariables {
  const { search, environment, source, order, after, before } = state;
  return {
    projectId,
    search,
    filter: {
      environmentIds: environment ? [environment] : undefined,
      creationSource: source === 'INVITED' || source === 'SELF_REGISTERED' ? source : undefined,
    },
    orderBy: ORDERS[order].orderBy,
    ...(before ? { last: PAGE_SIZE, before } : { first: PAGE_SIZE, after: after || undefined }),
  };
}

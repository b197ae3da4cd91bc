import type { UserOrder, UsersQueryVariables } from '../generated/graphql.ts';
import { type ListPage, toPageVariables, useListAddress } from '../parts/list-address.ts';

/** How the list can be ordered, the default first. */
export const ORDERS = {
  newest: { label: 'Newest first', orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
  oldest: { label: 'Oldest first', orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
  name: { label: 'Name, A to Z', orderBy: { field: 'FULL_NAME', direction: 'ASC' } },
  'name-down': { label: 'Name, Z to A', orderBy: { field: 'FULL_NAME', direction: 'DESC' } },
} satisfies Record<string, { label: string; orderBy: UserOrder }>;

export type OrderName = keyof typeof ORDERS;

/** The part of the list on the screen. */
export type ListState = ListPage & {
  search: string;
  environment: string;
  source: string;
  blocked: string;
  order: OrderName;
};

const PARAMETERS = { search: 'q', environment: 'environment', source: 'source', blocked: 'blocked', order: 'sort' };

export function useListState() {
  const { get, page, select, goTo } = useListAddress(PARAMETERS);
  const state: ListState = {
    search: get('search'),
    environment: get('environment'),
    source: get('source'),
    blocked: get('blocked'),
    order: orderNamed(get('order')),
    ...page,
  };
  return { state, select, goTo };
}

function orderNamed(name: string): OrderName {
  return name === 'oldest' || name === 'name' || name === 'name-down' ? name : 'newest';
}

export function toVariables(projectId: string, state: ListState): UsersQueryVariables {
  const { search, environment, source, blocked, order } = state;
  return {
    projectId,
    search,
    filter: {
      environmentIds: environment ? [environment] : undefined,
      creationSource: source === 'INVITED' || source === 'SELF_REGISTERED' ? source : undefined,
      isBlocked: blocked === 'yes' ? true : blocked === 'no' ? false : undefined,
    },
    orderBy: ORDERS[order].orderBy,
    ...toPageVariables(state),
  };
}

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { UserFilter, UserOrder, UsersQueryVariables } from '../generated/graphql.ts';
import { type GoTo, type ListPage, PAGE_SIZE, toPageVariables, useListAddress } from '../parts/list-address.ts';

/** How the list can be ordered, the default first. */
export const ORDERS = {
  newest: { label: msg`Newest first`, orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
  oldest: { label: msg`Oldest first`, orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
  name: { label: msg`Name, A to Z`, orderBy: { field: 'FULL_NAME', direction: 'ASC' } },
  'name-down': { label: msg`Name, Z to A`, orderBy: { field: 'FULL_NAME', direction: 'DESC' } },
} satisfies Record<string, { label: MessageDescriptor; orderBy: UserOrder }>;

export type OrderName = keyof typeof ORDERS;

export const PAGE_SIZES = [PAGE_SIZE, 50, 100];

/** What narrows the list beside the search, as it stands in the address: '' for all. */
export type Filters = {
  environment: string;
  source: string;
  blocked: string;
  phone: string;
  email: string;
};

export const NO_FILTERS: Filters = { environment: '', source: '', blocked: '', phone: '', email: '' };

/** The part of the list on the screen. */
export type ListState = ListPage & Filters & { search: string; order: OrderName; size: number };

const FILTERS = Object.keys(NO_FILTERS) as (keyof Filters)[];
const PARAMETERS = {
  search: 'q',
  environment: 'environment',
  source: 'source',
  blocked: 'blocked',
  phone: 'phone',
  email: 'email',
  order: 'sort',
  size: 'size',
};
const REMEMBERED_AS = 'users-page-size';

export function useListState() {
  const { get, page, select, goTo } = useListAddress(PARAMETERS);
  const filters = Object.fromEntries(FILTERS.map((name) => [name, get(name)])) as Filters;
  const isFirst = !page.after && !page.before;
  const size = sizeOf(get('size')) ?? (isFirst ? sizeOf(localStorage.getItem(REMEMBERED_AS)) : undefined) ?? PAGE_SIZE;
  const sizeInAddress = size === PAGE_SIZE ? '' : String(size);
  const state: ListState = { search: get('search'), ...filters, order: orderNamed(get('order')), size, ...page };
  return {
    state,
    select,
    // The number of a page counts pages of one size, for whoever is given the address too.
    goTo: ((place, options) => goTo({ ...place, size: sizeInAddress }, options)) as GoTo,
    setSize(next: number) {
      localStorage.setItem(REMEMBERED_AS, String(next));
      select({ size: next === PAGE_SIZE ? '' : String(next) });
    },
  };
}

/** How many conditions narrow the list beside the search. */
export function filtersOn(state: Filters): number {
  return FILTERS.filter((name) => state[name] !== '').length;
}

function sizeOf(text: string | null): number | undefined {
  return PAGE_SIZES.find((size) => String(size) === text);
}

function orderNamed(name: string): OrderName {
  return name === 'oldest' || name === 'name' || name === 'name-down' ? name : 'newest';
}

export function toFilter({ environment, source, blocked, phone, email }: Filters): UserFilter {
  return {
    environmentIds: environment ? [environment] : undefined,
    creationSource: source === 'INVITED' || source === 'SELF_REGISTERED' ? source : undefined,
    isBlocked: blocked === 'yes' ? true : blocked === 'no' ? false : undefined,
    hasPhoneNumber: phone === 'none' ? false : undefined,
    hasEmail: email === 'none' ? false : undefined,
  };
}

export function toVariables(projectId: string, state: ListState): UsersQueryVariables {
  return {
    projectId,
    search: state.search,
    filter: toFilter(state),
    orderBy: ORDERS[state.order].orderBy,
    ...toPageVariables(state, state.size),
  };
}

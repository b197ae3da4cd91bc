import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { UserFilter, UserOrder, UsersQueryVariables } from '../generated/graphql.ts';
import {
  type GoTo,
  type ListPage,
  PAGE_SIZE,
  readPage,
  toPageVariables,
  useListAddress,
} from '../parts/list-address.ts';

/** How the list can be ordered; `relevance` only while it is searched. */
export const ORDERS = {
  relevance: { label: msg`Best match first`, orderBy: { field: 'RELEVANCE', direction: 'DESC' } },
  newest: { label: msg`Newest first`, orderBy: { field: 'CREATED_AT', direction: 'DESC' } },
  oldest: { label: msg`Oldest first`, orderBy: { field: 'CREATED_AT', direction: 'ASC' } },
  name: { label: msg`Name, A to Z`, orderBy: { field: 'FULL_NAME', direction: 'ASC' } },
  seen: { label: msg`Last seen first`, orderBy: { field: 'LAST_SEEN_AT', direction: 'DESC' } },
  'seen-up': { label: msg`Longest silent first`, orderBy: { field: 'LAST_SEEN_AT', direction: 'ASC' } },
  'name-down': { label: msg`Name, Z to A`, orderBy: { field: 'FULL_NAME', direction: 'DESC' } },
} satisfies Record<string, { label: MessageDescriptor; orderBy: UserOrder }>;

export type OrderName = keyof typeof ORDERS;

/** The order that nobody chose, which the address does not name. */
export function defaultOrder(search: string): OrderName {
  return search.trim() === '' ? 'newest' : 'relevance';
}

export function ordersFor(search: string): OrderName[] {
  const names = Object.keys(ORDERS) as OrderName[];
  return names.filter((name) => name !== 'relevance' || defaultOrder(search) === name);
}

export const PAGE_SIZES = [PAGE_SIZE, 50, 100];

/** What narrows the list beside the search, as it stands in the address: '' for all. */
export type Filters = {
  environment: string;
  source: string;
  blocked: string;
  phone: string;
  email: string;
  channel: string;
  /** Not since so many days, or `never`. */
  seen: string;
  /** Access to an environment ends within so many days. */
  expires: string;
};

export const NO_FILTERS: Filters = {
  environment: '',
  source: '',
  blocked: '',
  phone: '',
  email: '',
  channel: '',
  seen: '',
  expires: '',
};

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
  channel: 'channel',
  seen: 'seen',
  expires: 'expires',
  order: 'sort',
  size: 'size',
};
const REMEMBERED_AS = 'users-page-size';

export function useListState() {
  const { parameters, select, goTo } = useListAddress(PARAMETERS);
  const state = readListState(parameters);
  const { search, size } = state;
  const sizeInAddress = size === PAGE_SIZE ? '' : String(size);
  return {
    state,
    select,
    // The number of a page counts pages of one size, for whoever is given the address too.
    goTo: ((place, options) => goTo({ ...place, size: sizeInAddress }, options)) as GoTo,
    setOrder: (next: OrderName) => select({ order: next === defaultOrder(search) ? '' : next }),
    setSize(next: number) {
      localStorage.setItem(REMEMBERED_AS, String(next));
      select({ size: next === PAGE_SIZE ? '' : String(next) });
    },
  };
}

/** The part of the list that an address names. */
export function readListState(parameters: URLSearchParams): ListState {
  const get = (name: keyof typeof PARAMETERS) => parameters.get(PARAMETERS[name]) ?? '';
  const filters = Object.fromEntries(FILTERS.map((name) => [name, get(name)])) as Filters;
  const page = readPage(parameters);
  const isFirst = !page.after && !page.before;
  const size = sizeOf(get('size')) ?? (isFirst ? sizeOf(localStorage.getItem(REMEMBERED_AS)) : undefined) ?? PAGE_SIZE;
  const search = get('search');
  return { search, ...filters, order: orderNamed(get('order'), search), size, ...page };
}

/** How many conditions narrow the list beside the search. */
export function filtersOn(state: Filters): number {
  return FILTERS.filter((name) => state[name] !== '').length;
}

function sizeOf(text: string | null): number | undefined {
  return PAGE_SIZES.find((size) => String(size) === text);
}

function orderNamed(name: string, search: string): OrderName {
  return ordersFor(search).find((order) => order === name) ?? defaultOrder(search);
}

export function toFilter({ environment, source, blocked, phone, email, channel, seen, expires }: Filters): UserFilter {
  const silentFor = daysOf(seen);
  const endsWithin = daysOf(expires);
  return {
    environmentIds: environment ? [environment] : undefined,
    creationSource: source === 'INVITED' || source === 'SELF_REGISTERED' ? source : undefined,
    isBlocked: blocked === 'yes' ? true : blocked === 'no' ? false : undefined,
    hasPhoneNumber: phone === 'none' ? false : undefined,
    hasEmail: email === 'none' ? false : undefined,
    channel: channel === 'WHATSAPP' || channel === 'TELEGRAM' || channel === 'SLACK' ? channel : undefined,
    neverSeen: seen === 'never' ? true : undefined,
    lastSeenBefore: silentFor === undefined ? undefined : daysFromNow(-silentFor),
    expiresBefore: endsWithin === undefined ? undefined : daysFromNow(endsWithin),
  };
}

function daysOf(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

// Of whole days, for a list that asked for another moment each time would never be the same list.
function daysFromNow(days: number): string {
  const date = new Date();
  date.setUTCHours(0, 0, 0, 0);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString();
}

export function toVariables(projectId: string, state: ListState): UsersQueryVariables {
  return {
    projectId,
    search: state.search,
    filter: toFilter(state),
    orderBy: ORDERS[state.order].orderBy,
    // Only then it matters, and only then it is asked for.
    withEnds: state.expires !== '',
    ...toPageVariables(state, state.size),
  };
}

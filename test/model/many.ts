// Many at once: section 7 of the contract, each of them by the rules for one.
import { distinct, owns, setEnds, unique } from './people.ts';
import { find, idErrors, isMissing, MOST_IDENTITIES, refusalsOf, refuseIf } from './refusals.ts';
import { isId, isSameEmail, isSameId, isSameNumber } from './senders.ts';
import { changing, lostBy } from './users.ts';
import type { Id, Inputs, Row, RowResult, Some, State, User } from './words.ts';

type Judged = RowResult & { row: Row; owner: User | undefined };

export const changingMany: Some<'createUsers' | 'updateUsers' | 'deleteUsers'> = {
  createUsers(state, { rows, environmentIds = [], ...input }, fresh) {
    const before = structuredClone(state);
    const names = fresh.split(' ');
    const judged: Judged[] = [];
    for (const given of rows) {
      const row = { ...given, environmentIds: given.environmentIds?.length ? given.environmentIds : environmentIds };
      const [owner, ...others] = ownersOf(before, row);
      const twin = judged.findIndex((earlier) => isFirst(earlier) && isOne({ row, owner }, earlier));
      const result =
        twin >= 0
          ? { outcome: 'SKIPPED', user: judged[twin]?.user, twin }
          : owner
            ? meet(state, before, row, { owner, others, ...input })
            : add(state, before, row, names);
      judged.push({ ...result, row, owner });
    }
    const isNew = ({ user }: Judged) => user !== undefined && !before.users.some(({ id }) => id === user);
    if (input.dryRun) Object.assign(state, before);
    return {
      rows: judged.map(({ row: _, owner: __, ...result }, at) => {
        const hides = input.dryRun && judged[at] && isNew(judged[at]);
        return hides ? { ...result, user: undefined } : result;
      }),
    };
  },

  updateUsers(state, { ids, addEnvironmentIds: add = [], removeEnvironmentIds: remove = [], dryRun }) {
    const { environments } = state;
    const isNothing = ids.length === 0 || add.length + remove.length === 0 || add.some((id) => remove.includes(id));
    refuseIf(isNothing && 'BAD_USER_INPUT');
    refuseIf(
      isMissing(environments, add) && 'ENVIRONMENT_NOT_FOUND',
      isMissing(environments, remove) && 'ENVIRONMENT_NOT_FOUND',
    );
    return each(state, ids, dryRun, (user) => {
      const { id, environments: had, ends } = user;
      const places = unique([...had, ...add].filter((place) => !remove.includes(place)));
      if (`${places}` === `${had}`) return { outcome: 'UNCHANGED', user: id };
      if (places.length === 0) return { outcome: 'REFUSED', user: id, errors: ['LAST_ENVIRONMENT'] };
      changing.updateUser(state, { id, environmentIds: places }, '');
      // Of what is taken the last end is that of what is new, unless some of it had none.
      const taken = had.filter((place) => !places.includes(place)).map((place) => ends[place]);
      const last = taken.every(Boolean) ? taken.toSorted().at(-1) : null;
      const added = places.filter((place) => !had.includes(place)).map((place) => [place, last]);
      setEnds(user, { ...user.ends, ...Object.fromEntries(added) });
      return { outcome: 'UPDATED', user: id };
    });
  },

  deleteUsers(state, { ids, dryRun }) {
    refuseIf(ids.length === 0 && 'BAD_USER_INPUT');
    return each(state, ids, dryRun, ({ id }) => {
      changing.deleteUser(state, { id }, '');
      return { outcome: 'DELETED', user: dryRun ? id : undefined };
    });
  },
};

/** One after the other, each once. */
function each(state: State, ids: string[], dryRun: boolean | undefined, work: (user: User) => RowResult) {
  const before = structuredClone(state);
  const rows = [...new Set(ids)].map((id) => {
    const user = state.users.find((user) => user.id === id);
    return user ? work(user) : { outcome: 'REFUSED', errors: ['NOT_FOUND'] };
  });
  if (dryRun) Object.assign(state, before);
  return { rows };
}

function add(state: State, before: State, row: Row, names: string[]): RowResult {
  const errors = refusalsOf(before, (draft) => changing.createUser(draft, row, ''));
  if (errors.length > 0) return { outcome: 'REFUSED', errors };
  const user = names.shift() ?? 'one more';
  changing.createUser(state, row, user);
  return { outcome: 'CREATED', user };
}

type Meeting = Pick<Inputs['createUsers'], 'ifExisting'> & { owner: User; others: User[] };

/** A row of somebody who is here. It is judged by how everything was before the request, as all rows are. */
function meet(state: State, before: State, row: Row, { owner, others, ifExisting = 'SKIP' }: Meeting): RowResult {
  const { id } = owner;
  const { environmentIds = [], channelIdentities = [], ...form } = row;
  if (ifExisting !== 'UPDATE' && others.length > 0) return { outcome: 'REFUSED', errors: takenBy(before, row, owner) };
  if (ifExisting === 'SKIP') return { outcome: 'SKIPPED', user: id };
  const isAdding = ifExisting === 'ADD_ENVIRONMENTS';
  const places = isAdding ? [...owner.environments, ...environmentIds] : environmentIds;
  const wish = { id, ...(isAdding ? {} : form), ...(places.length > 0 && { environmentIds: unique(places) }) };
  // What a row lists is linked by it, also if it would go with the number or the address.
  const lost = lostBy(owner, form);
  const isKept = (each: Id) => owns(owner, each) && !lost.some((gone) => isSameId(gone, each));
  const ids = isAdding ? [] : distinct(channelIdentities).filter((each) => !isKept(each));
  const errors = [
    ...refusalsOf(before, (draft) => changing.updateUser(draft, wish, '')),
    ...refusalsOf(before, () => refuseIf(...linkErrors(before, owner, form, ids))),
  ];
  if (errors.length > 0) return { outcome: 'REFUSED', user: others.length > 0 ? undefined : id, errors };
  changing.updateUser(state, wish, '');
  const user = find(state.users, id);
  for (const { channel, externalId } of ids) {
    user.identities.push({ channel, externalId, linkedBy: 'OWNER', sinceNumber: true });
  }
  return { outcome: JSON.stringify(user) === JSON.stringify(owner) ? 'UNCHANGED' : 'UPDATED', user: id };
}

function linkErrors(before: State, owner: User, form: Row, ids: Id[]) {
  const linked = owner.identities.length - lostBy(owner, form).length;
  const good = ids.filter(isId).length;
  return [
    good > 0 && linked + good > MOST_IDENTITIES && 'TOO_MANY',
    ...ids.flatMap((id) => (owns(owner, id) ? [] : idErrors(before, id))),
  ];
}

/** By number, then by ids, then by address: the first is who the row is. */
function ownersOf({ users }: State, { phoneNumber, channelIdentities = [], email }: Row): User[] {
  const byNumber = users.find((user) => phoneNumber && isSameNumber(user.phoneNumber, phoneNumber));
  const byIds = channelIdentities.map((id) => users.find((user) => owns(user, id)));
  const byEmail = users.find((user) => email && isSameEmail(user.email, email));
  return [...new Set([byNumber, ...byIds, byEmail].filter((user) => user !== undefined))];
}

function takenBy({ users }: State, { channelIdentities = [], email }: Row, { id }: User): string[] {
  const byEmail = users.find((user) => email && isSameEmail(user.email, email));
  const byIds = distinct(channelIdentities).map((each) => users.find((user) => owns(user, each)));
  const taken = (code: string, user: User | undefined) => (user && user.id !== id ? [`${code} of=${user.id}`] : []);
  return [...taken('EMAIL_TAKEN', byEmail), ...byIds.flatMap((user) => taken('IDENTITY_TAKEN', user))];
}

/** Open: what a twin gives beyond its first row counts for nothing, as it is not written. */
function isFirst({ outcome, twin }: Judged): boolean {
  return outcome !== 'REFUSED' && twin === undefined;
}

type Person = Pick<Judged, 'row' | 'owner'>;

function isOne({ row, owner }: Person, other: Person): boolean {
  const ids = (other.row.channelIdentities ?? []).filter(isId);
  return (
    (owner !== undefined && owner.id === other.owner?.id) ||
    (Boolean(row.phoneNumber) && isSameNumber(row.phoneNumber, other.row.phoneNumber)) ||
    (Boolean(row.email) && isSameEmail(row.email, other.row.email)) ||
    (row.channelIdentities ?? []).some((id) => ids.some((each) => isSameId(each, id)))
  );
}

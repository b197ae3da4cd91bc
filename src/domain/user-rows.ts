import type { UserRow } from '../database/tables.ts';
import { type ChannelIdentityInput, judgeIdentities } from './channel-identities.ts';
import { problemsOf } from './form.ts';
import { judgeNewUser, type ReadNewUser, readNewUser } from './new-users.ts';
import type { Problem } from './refusal.ts';
import type { Subject } from './subjects.ts';
import { type Change, differences, judgeChange, planChange, type Wish } from './user-changes.ts';
import { conflictsOf, type FoundPerson } from './user-conflicts.ts';
import { PROFILE_FIELDS, type UserFormFields } from './user-form.ts';
import { trimInvisible } from './values/characters.ts';
import { isBlankPhoneNumber } from './values/phone-number.ts';

export type UserRowInput = UserFormFields & {
  environmentIds?: readonly string[] | null;
  channelIdentities?: readonly ChannelIdentityInput[] | null;
};
export type ExistingUserPolicy = 'SKIP' | 'ADD_ENVIRONMENTS' | 'UPDATE';

/** A row as it was read, as of a new user. */
export type ReadRow = { input: UserRowInput; read: ReadNewUser };

export function readRow(row: UserRowInput, environmentIds: readonly string[]): ReadRow {
  const own = row.environmentIds ?? [];
  const input = { ...row, environmentIds: own.length > 0 ? own : environmentIds };
  return { input, read: readNewUser(input) };
}

/** What is to become of a row. */
export type Verdict =
  | { outcome: 'CREATED'; read: ReadNewUser }
  | { outcome: 'UPDATED'; change: Change; user: UserRow }
  | { outcome: 'UNCHANGED' | 'SKIPPED'; user: UserRow }
  | { outcome: 'SKIPPED'; duplicateOf: number }
  | { outcome: 'REFUSED'; problems: Problem[]; user: UserRow | undefined };

type Circumstances = {
  ifExisting: ExistingUserPolicy;
  /** One for each row. */
  people: readonly FoundPerson[];
  /** Those whom rows may change, by their ids. */
  subjects: ReadonlyMap<string, Subject>;
  /** The environments of the project among those that rows name. */
  held: ReadonlySet<string>;
};

/**
 * Judges rows in their order. Of several that are one person, by phone number, id or e-mail address or as one user of the project, the
 * first that is not refused counts, and the others are skipped. So no good row can conflict with another one.
 */
export function judgeRows(rows: readonly ReadRow[], circumstances: Circumstances): Verdict[] {
  const firsts = new Map<string, number>();
  return rows.map((row, index): Verdict => {
    const person = circumstances.people[index];
    if (!person) throw new Error('A row that was not looked up.');
    const owners = ownersOf(row, person);
    const marks = marksOf(row, owners);
    const earlier = marks.flatMap((mark) => firsts.get(mark) ?? []);
    if (earlier.length > 0) return { outcome: 'SKIPPED', duplicateOf: Math.min(...earlier) };
    const verdict = judgeRow(row, person, owners, circumstances);
    if (verdict.outcome !== 'REFUSED') for (const mark of marks) firsts.set(mark, index);
    return verdict;
  });
}

/** The users who have the row's phone number, ids and e-mail address, in this order: the row is the first one's. */
export function ownersOf({ read }: ReadRow, person: FoundPerson): UserRow[] {
  const found = [person.byPhone, ...read.identities.map((identity) => person.ownerOf(identity)), person.byEmail];
  return [...new Set(found.filter((user) => user !== undefined))];
}

/** Texts that two rows share when they are the same person. */
function marksOf({ read: { phoneKey, emailKey, identities } }: ReadRow, [owner]: UserRow[]): string[] {
  return [
    ...(owner ? [`user ${owner.id}`] : []),
    ...(phoneKey === null ? [] : [`phone ${phoneKey}`]),
    ...(emailKey === null ? [] : [`email ${emailKey}`]),
    ...identities.map(({ channel, externalId }) => `${channel} ${externalId}`),
  ];
}

function judgeRow(
  { input, read }: ReadRow,
  person: FoundPerson,
  [user, ...others]: UserRow[],
  { ifExisting, subjects, held }: Circumstances,
): Verdict {
  if (!user) {
    const problems = problemsOf(judgeNewUser(read, person, held));
    return problems.length > 0 ? { outcome: 'REFUSED', problems, user } : { outcome: 'CREATED', read };
  }
  if (ifExisting !== 'UPDATE' && others.length > 0) {
    return { outcome: 'REFUSED', problems: conflictsWith(read, person, user), user: undefined };
  }
  if (ifExisting === 'SKIP') return { outcome: 'SKIPPED', user };
  const subject = subjects.get(user.id);
  if (!subject) throw new Error('A row of a user who was not locked.');
  const change = planChange(subject, wishOf(input, read, subject, ifExisting));
  const problems = problemsOf(judgeChange(change, person, held));
  if (problems.length > 0) {
    return { outcome: 'REFUSED', problems, user: others.length > 0 ? undefined : subject.user };
  }
  const outcome = differences(change).length > 0 ? 'UPDATED' : 'UNCHANGED';
  return { outcome, change, user: subject.user };
}

/** Why a row cannot be this user's: another one has a part of it. */
function conflictsWith({ profile, identities }: ReadNewUser, person: FoundPerson, { id }: UserRow): Problem[] {
  const conflicts = problemsOf({
    ...conflictsOf(profile, person, id),
    channelIdentities: judgeIdentities(identities, person, { id, linked: 0 }),
  });
  return conflicts.filter(({ conflictingUser }) => conflictingUser);
}

function wishOf(
  input: UserRowInput,
  { environmentIds, listed }: ReadNewUser,
  subject: Subject,
  ifExisting: ExistingUserPolicy,
): Wish {
  if (ifExisting === 'ADD_ENVIRONMENTS') return { environmentIds: [...subject.access.keys(), ...environmentIds] };
  const given = PROFILE_FIELDS.filter((field) => !isBlank(field, input[field])).map((field) => [field, input[field]]);
  const wish: Wish = { ...Object.fromEntries(given), listed };
  return environmentIds.length > 0 ? { ...wish, environmentIds } : wish;
}

/** Whether a field says nothing of somebody who is here already. Null is no blank: it clears. */
function isBlank(field: keyof UserFormFields, text: string | null | undefined): boolean {
  if (text === null || text === undefined) return text === undefined;
  return field === 'phoneNumber' ? isBlankPhoneNumber(text.trim()) : trimInvisible(text) === '';
}

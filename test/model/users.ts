// What the owner's side does to one user.
import { changeNumber, distinct, isOver, leave, linked, newUser, setEnds, unique } from './people.ts';
import {
  emailError,
  find,
  idErrors,
  isMissing,
  MOST_IDENTITIES,
  nameErrors,
  numberErrors,
  refuseIf,
} from './refusals.ts';
import { isSameEmail, isSameNumber } from './senders.ts';
import type { Identity, Profile, Some, User } from './words.ts';

export const changing: Some<'createUser' | 'updateUser' | 'deleteUser'> = {
  createUser(state, { environmentIds = [], channelIdentities = [], ...form }, fresh) {
    const { users, environments } = state;
    const ids = distinct(channelIdentities);
    refuseIf(
      ...numberErrors(state, form.phoneNumber),
      emailError(users, form.email),
      ...nameErrors({ firstName: null, lastName: null, ...form }),
      environmentIds.length === 0 && 'ENVIRONMENT_REQUIRED',
      isMissing(environments, environmentIds) && 'ENVIRONMENT_NOT_FOUND',
      ids.length > MOST_IDENTITIES && 'TOO_MANY',
      ...ids.flatMap((id) => idErrors(state, id)),
    );
    const identities = ids.map((id) => linked(id, 'OWNER'));
    users.push({ ...newUser(fresh, form, environmentIds), creationSource: 'INVITED', identities });
    return { user: fresh };
  },

  updateUser(state, { id, expectedVersion, environmentIds, accessExpiries = [], ...form }) {
    const { users, environments } = state;
    const user = find(users, id, expectedVersion);
    const others = users.filter((other) => other !== user);
    const next = { ...user, ...form };
    // Who has no number may go on without one.
    const hasNumber = next.phoneNumber !== null || user.phoneNumber !== null;
    const unlinked = lostBy(user, form);
    const places = environmentIds ?? user.environments;
    // Open: an end that is there already may be past.
    const endErrors = accessExpiries.flatMap(({ environmentId, expiresAt = null }) => [
      !places.includes(environmentId) && 'ENVIRONMENT_NOT_FOUND',
      isOver(expiresAt) && user.ends[environmentId] !== expiresAt && 'EXPIRY_IN_PAST',
    ]);
    refuseIf(
      ...(hasNumber ? numberErrors(state, next.phoneNumber, user) : []),
      emailError(others, form.email),
      !hasNumber && unlinked.length === user.identities.length && 'LAST_IDENTITY',
      ...nameErrors(form),
      environmentIds?.length === 0 && 'LAST_ENVIRONMENT',
      isMissing(environments, environmentIds) && 'ENVIRONMENT_NOT_FOUND',
      ...endErrors,
    );
    user.identities = user.identities.filter((identity) => !unlinked.includes(identity));
    Object.assign(user, form, { phoneNumber: user.phoneNumber });
    changeNumber(user, next.phoneNumber);
    const ends: Record<string, string | null> = { ...user.ends };
    if (environmentIds) user.environments = unique(environmentIds);
    for (const { environmentId, expiresAt } of accessExpiries)
      if (expiresAt !== undefined) ends[environmentId] = expiresAt;
    setEnds(user, ends);
    return { user: id, unlinked: unlinked.map(({ externalId }) => externalId) };
  },

  deleteUser(state, { id }) {
    const user = find(state.users, id);
    leave(state, user);
    state.invitations = state.invitations.filter((invitation) => invitation.user !== id);
    return { user: id };
  },
};

/** The ids that go with the number or the address by which they were linked. Nobody loses a number by giving none. */
export function lostBy(user: User, form: Partial<Profile>): Identity[] {
  const next = { ...user, ...form, phoneNumber: form.phoneNumber ?? user.phoneNumber };
  return user.identities.filter(
    ({ linkedBy }) =>
      (linkedBy === 'PHONE_NUMBER' && !isSameNumber(next.phoneNumber, user.phoneNumber)) ||
      (linkedBy === 'EMAIL' && !isSameEmail(next.email, user.email)),
  );
}

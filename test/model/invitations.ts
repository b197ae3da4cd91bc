// Codes that bind a channel's id to a user. Here a code is the invitation's own name.
import { linked, owns } from './people.ts';
import { isSenderBlocked, isUserBlocked, recognise } from './recognise.ts';
import { find, isMissing, MOST_IDENTITIES, refuse, refuseIf } from './refusals.ts';
import { senderErrors, senderOf } from './senders.ts';
import type { Some } from './words.ts';

export const inviting: Some<'createInvitation' | 'revokeInvitation' | 'redeemInvitation'> = {
  createInvitation(state, { userId, channel = null }, fresh) {
    const user = find(state.users, userId);
    refuseIf(isUserBlocked(state, user) && 'SENDER_BLOCKED');
    for (const older of state.invitations) {
      const isReplaced = older.user === userId && older.status === 'PENDING';
      if (isReplaced && (channel === null || older.channel === channel)) older.status = 'REVOKED';
    }
    state.invitations.push({ id: fresh, user: userId, channel, status: 'PENDING' });
    return undefined;
  },

  revokeInvitation({ invitations }, { id }) {
    const invitation = invitations.find((invitation) => invitation.id === id);
    refuseIf(!invitation && 'NOT_FOUND');
    if (invitation?.status === 'PENDING') invitation.status = 'REVOKED';
    return undefined;
  },

  redeemInvitation(state, { environmentId, sender: input, code }) {
    const { users, environments, invitations } = state;
    refuseIf(isMissing(environments, [environmentId]) && 'ENVIRONMENT_NOT_FOUND');
    refuseIf(...senderErrors(input));
    const sender = senderOf(input);
    const { id } = sender;
    if (!id) return refuse('SENDER_INVALID');
    const invitation = invitations.find((invitation) => invitation.id === code);
    const user = users.find((user) => user.id === invitation?.user);
    if (!invitation || !user) return refuse('INVITATION_INVALID');
    const { people, byNumber, changedHands } = recognise(users, sender);
    // The same sender again with the code: gateways retry.
    const isInForce = invitation.status === 'PENDING' || (invitation.status === 'REDEEMED' && owns(user, id));
    const isOthersNumber = input.channel === 'WHATSAPP' && input.phoneNumber && (byNumber !== user || changedHands);
    refuseIf(
      (!isInForce ||
        (invitation.channel !== null && invitation.channel !== input.channel) ||
        isSenderBlocked(state, sender) ||
        isUserBlocked(state, user) ||
        isOthersNumber) &&
        'INVITATION_INVALID',
    );
    refuseIf(people.some((other) => other !== user) && 'IDENTITY_CONFLICT');
    if (owns(user, id)) return { user: user.id, outcome: 'ALREADY_LINKED' };
    refuseIf(user.identities.length >= MOST_IDENTITIES && 'TOO_MANY');
    user.identities.push(linked(id, 'INVITATION'));
    invitation.status = 'REDEEMED';
    return { user: user.id, outcome: 'LINKED' };
  },
};

import { displayName, fullName, initials } from '../../domain/values/person-name.ts';
import { formatPhoneNumber } from '../../domain/values/phone-number.ts';
import type { UserResolvers } from './../generated/types.ts';

export const User: UserResolvers = {
  project: async ({ projectId }, _args, { reads }) => {
    const project = await reads.project(projectId);
    if (!project) throw new Error('A user without a project.');
    return project;
  },
  phoneNumber: ({ phoneNumber }, { format }) => formatPhoneNumber(phoneNumber, format),
  fullName: async (user, _args, { reads }) => {
    const isNamed = fullName(user) !== undefined || user.phoneNumber !== null;
    const [identity] = isNamed ? [] : await reads.identitiesOfUser(user);
    return displayName(user, identity?.externalId);
  },
  initials: (user) => initials(user),
  environments: (user, _args, { reads }) => reads.environmentsOfUser(user),
  lastSeenAt: (user, _args, { reads }) => reads.lastSeenOfUser(user),
  access: (user, _args, { reads }) => reads.accessOfUser(user),
  auditEvents: (user, args, { reads }) => reads.auditEventsOfUser(user, args),
  isBlocked: (user, _args, { reads }) => reads.isBlocked(user),
  channelIdentities: (user, _args, { reads }) => reads.identitiesOfUser(user),
  invitations: (user, _args, { reads }) => reads.invitationsOfUser(user),
};

import { msg } from '@lingui/core/macro';
import type { AuditAction } from '../generated/graphql.ts';
import { words } from '../language/words.ts';

/** What was done, in words that stand before whom it was done to. */
export const ACTIONS: Readonly<Record<AuditAction, string>> = words({
  USER_CREATED: msg`Added`,
  USER_SELF_REGISTERED: msg`Registered`,
  USER_UPDATED: msg`Changed`,
  USER_DELETED: msg`Deleted`,
  USERS_MERGED: msg`Another user merged into this one`,
  USER_EXPORTED: msg`Data exported`,
  USERS_EXPORTED: msg`Users exported`,
  CHANNEL_IDENTITY_LINKED: msg`Account linked`,
  CHANNEL_IDENTITY_UNLINKED: msg`Account unlinked`,
  SENDER_REPLACED: msg`Followed to another number or account`,
  ACCESS_REQUEST_APPROVED: msg`Request approved`,
  ACCESS_REQUEST_DISMISSED: msg`Request dismissed`,
  SENDER_BLOCKED: msg({ message: 'Blocked', context: 'what was done' }),
  SENDER_UNBLOCKED: msg`Unblocked`,
  INVITATION_CREATED: msg({ message: 'Invited', context: 'what was done' }),
  INVITATION_REVOKED: msg`Invitation revoked`,
  INVITATION_REDEEMED: msg`Invitation used`,
  ENVIRONMENT_CREATED: msg`Environment added`,
  ENVIRONMENT_UPDATED: msg`Environment changed`,
  ENVIRONMENT_DELETED: msg`Environment deleted`,
  ACCESS_KEY_CREATED: msg`Access key created`,
  ACCESS_KEY_REVOKED: msg`Access key revoked`,
  PROJECT_MEMBER_ADDED: msg`Member added`,
  PROJECT_MEMBER_UPDATED: msg`Member changed`,
  PROJECT_MEMBER_REMOVED: msg`Member removed`,
  PROJECT_CREATED: msg`Project created`,
  PROJECT_UPDATED: msg`Project changed`,
  PROJECT_DELETED: msg`Project deleted`,
});

const KIND_NAMES = words({
  users: msg`Users`,
  accounts: msg`Linked accounts and invitations`,
  door: msg`Requests and blocks`,
  settings: msg`Settings of the project`,
});

/** What is done to the same kind of thing. */
export const KINDS: { name: keyof typeof KIND_NAMES; actions: AuditAction[] }[] = [
  {
    name: 'users',
    actions: [
      'USER_CREATED',
      'USER_SELF_REGISTERED',
      'USER_UPDATED',
      'USER_DELETED',
      'USERS_MERGED',
      'USER_EXPORTED',
      'USERS_EXPORTED',
    ],
  },
  {
    name: 'accounts',
    actions: [
      'CHANNEL_IDENTITY_LINKED',
      'CHANNEL_IDENTITY_UNLINKED',
      'SENDER_REPLACED',
      'INVITATION_CREATED',
      'INVITATION_REVOKED',
      'INVITATION_REDEEMED',
    ],
  },
  {
    name: 'door',
    actions: ['ACCESS_REQUEST_APPROVED', 'ACCESS_REQUEST_DISMISSED', 'SENDER_BLOCKED', 'SENDER_UNBLOCKED'],
  },
  {
    name: 'settings',
    actions: [
      'ENVIRONMENT_CREATED',
      'ENVIRONMENT_UPDATED',
      'ENVIRONMENT_DELETED',
      'ACCESS_KEY_CREATED',
      'ACCESS_KEY_REVOKED',
      'PROJECT_MEMBER_ADDED',
      'PROJECT_MEMBER_UPDATED',
      'PROJECT_MEMBER_REMOVED',
      'PROJECT_CREATED',
      'PROJECT_UPDATED',
    ],
  },
];

export function nameOfKind(name: keyof typeof KIND_NAMES): string {
  return KIND_NAMES[name];
}

/** The actions that a choice among the kinds and the actions means; undefined for all of them. */
export function actionsOf(choice: string): AuditAction[] | undefined {
  const kind = KINDS.find(({ name, actions }) => name === choice || actions.some((action) => action === choice));
  if (!kind) return undefined;
  return kind.name === choice ? kind.actions : kind.actions.filter((action) => action === choice);
}

/** Done to a user, or to somebody who is deleted by now. */
export function isOfUser(action: AuditAction): boolean {
  return /^(USER_|USERS_MERGED|CHANNEL_IDENTITY|SENDER_REPLACED|ACCESS_REQUEST_APPROVED|INVITATION)/.test(action);
}

const FIELD_NAMES: Readonly<Record<string, string>> = words({
  phoneNumber: msg`phone number`,
  email: msg`email`,
  firstName: msg`first name`,
  middleName: msg`middle name`,
  lastName: msg`last name`,
  environments: msg`environments`,
  accessExpiries: msg`end of access`,
  channelIdentities: msg`linked accounts`,
  name: msg`name`,
  type: msg`type`,
  selfRegistration: msg`self-registration`,
  role: msg`role`,
  keepsDeniedAttempts: msg`noting of attempts`,
  telegramBot: msg`bot on Telegram`,
  whatsAppNumber: msg`number on WhatsApp`,
});

export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field;
}

import { type GraphQLSchema, isIntrospectionType, isObjectType } from 'graphql';
import type { Resolvers, ResolversParentTypes } from './generated/types.ts';

/** Fields that are answered unchanged from what a type's resolvers receive. Every other field has a resolver. */
const PLAIN_FIELDS = {
  AccessDecision: ['allowed', 'reason', 'selfRegistration', 'matchedBy', 'shouldRegister'],
  AccessExplanation: ['parsedAs', 'decisions', 'recentAttempts', 'suggestion'],
  AccessKey: ['id', 'name', 'role', 'createdAt', 'expiresAt', 'lastUsedAt', 'revokedAt'],
  AccessRequest: [
    'id',
    'channel',
    'externalId',
    'email',
    'firstName',
    'lastName',
    'reason',
    'attempts',
    'firstAttemptAt',
    'lastAttemptAt',
    'status',
    'decidedAt',
  ],
  AccessRequestConnection: ['edges'],
  AccessRequestEdge: ['node'],
  AddProjectMemberPayload: ['projectMember', 'userErrors'],
  ApproveAccessRequestPayload: ['accessRequest', 'user', 'outcome', 'userErrors'],
  AuditEvent: ['id', 'action', 'actorName', 'actorId', 'subjectId', 'relatedId', 'changedFields', 'createdAt'],
  AuditEventConnection: ['edges'],
  AuditEventEdge: ['node'],
  BlockedSender: ['id', 'channel', 'externalId', 'note', 'blockedBy', 'createdAt'],
  BlockedSenderConnection: ['edges'],
  BlockedSenderEdge: ['node'],
  BlockSenderPayload: ['userErrors'],
  ChannelIdentity: ['id', 'channel', 'externalId', 'linkedBy'],
  CreateAccessKeyPayload: ['accessKey', 'secret', 'userErrors'],
  CreateEnvironmentPayload: ['environment', 'userErrors'],
  CreateInvitationPayload: ['invitation', 'code', 'links', 'userErrors'],
  CreateProjectPayload: ['project', 'userErrors'],
  CreateUserPayload: ['user', 'userErrors'],
  CreateUsersPayload: ['userErrors'],
  DeleteEnvironmentPayload: ['deletedEnvironmentId', 'userErrors'],
  DeleteProjectPayload: ['deletedProjectId', 'userErrors'],
  DeleteUserPayload: ['deletedUserId', 'userErrors'],
  DeleteUsersPayload: ['userErrors'],
  DismissAccessRequestPayload: ['accessRequest', 'userErrors'],
  EnvironmentDecision: ['environment', 'sender', 'decision'],
  Environment: ['id', 'name', 'type', 'selfRegistration', 'createdAt'],
  EnvironmentAccess: ['environment', 'lastSeenAt', 'lastChannel', 'expiresAt'],
  Invitation: ['id', 'channel', 'status', 'expiresAt', 'createdAt', 'redeemedAt'],
  InvitationLinks: ['telegram', 'whatsApp'],
  LinkChannelIdentityPayload: ['channelIdentity', 'user', 'userErrors'],
  MergeUsersPayload: ['user', 'deletedUserId', 'userErrors'],
  ParsedSender: ['channel', 'externalId', 'email'],
  ProjectMember: ['id', 'subject', 'name', 'role', 'createdAt'],
  Project: ['id', 'name', 'keepsDeniedAttempts', 'telegramBot', 'whatsAppNumber', 'createdAt'],
  RedeemInvitationPayload: ['user', 'outcome', 'userErrors'],
  RemoveProjectMemberPayload: ['removedProjectMemberId', 'userErrors'],
  ReplaceSenderPayload: ['user', 'outcome', 'userErrors'],
  RevokeAccessKeyPayload: ['accessKey', 'userErrors'],
  RevokeInvitationPayload: ['invitation', 'userErrors'],
  RowCounts: ['created', 'updated', 'unchanged', 'skipped', 'deleted', 'refused'],
  SearchMatch: ['field'],
  SelfRegisterUserPayload: ['user', 'outcome', 'userErrors'],
  TextSegment: ['text', 'matched'],
  UnblockSenderPayload: ['deletedBlockedSenderId', 'userErrors'],
  UnlinkChannelIdentityPayload: ['user', 'userErrors'],
  UpdateEnvironmentPayload: ['environment', 'userErrors'],
  UpdateProjectMemberPayload: ['projectMember', 'userErrors'],
  UpdateProjectPayload: ['project', 'userErrors'],
  UpdateUserPayload: ['user', 'userErrors'],
  UpdateUsersPayload: ['userErrors'],
  User: ['id', 'email', 'firstName', 'middleName', 'lastName', 'creationSource', 'createdAt', 'updatedAt', 'version'],
  UserConnection: ['edges'],
  UserEdge: ['node'],
  UserRowResult: ['index', 'outcome', 'user', 'duplicateOf', 'userErrors'],
  UserError: ['field', 'message', 'code', 'conflictingUser'],
  Viewer: ['name'],
} as const satisfies { [Type in keyof ResolversParentTypes]?: readonly (keyof ResolversParentTypes[Type])[] };

/** Throws when fields of the schema have neither a resolver nor an entry in the table above, and names them. */
export function requireResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  const plain = new Map<string, readonly string[]>(Object.entries(PLAIN_FIELDS));
  const resolved = new Map<string, object>(Object.entries(resolvers));
  const missing = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type))
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) =>
      Object.keys(type.getFields())
        .filter((field) => !plain.get(type.name)?.includes(field))
        .filter((field) => isPlaceholder(Reflect.get(resolved.get(type.name) ?? {}, field)))
        .map((field) => `${type.name}.${field}`),
    );
  if (missing.length > 0) throw new Error(`No resolver for ${missing.join(', ')}: run npm run generate and write it.`);
}

// A resolver that codegen has just created contains only such a comment.
function isPlaceholder(resolver: unknown): boolean {
  return typeof resolver !== 'function' || /resolver logic here|resolver is required because/.test(String(resolver));
}

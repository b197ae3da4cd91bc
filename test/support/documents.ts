// One document per operation, selecting all that a test may ask about.
const USER = `id phoneNumber email firstName middleName lastName fullName initials creationSource version createdAt
  updatedAt environments { id name type } channelIdentities { id channel externalId linkedAt linkedBy }`;
const ENVIRONMENT = 'id name type selfRegistration userCount createdAt';
const ACCESS_KEY = 'id name role project { id } environments { id } createdAt expiresAt lastUsedAt revokedAt';
const INVITATION = 'id user { id } channel status expiresAt createdAt redeemedAt';
const DECISION = 'allowed reason user { id } matchedBy selfRegistration shouldRegister';
const REQUEST = `id environment { id } channel phoneNumber externalId email firstName lastName reason attempts firstAttemptAt
  lastAttemptAt status decidedAt user { id }`;
const BLOCK = 'id user { id } channel phoneNumber externalId note blockedBy createdAt';
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const ERRORS = 'userErrors { field message code conflictingUser { id version } }';

const mutation = (name: string, input: string, noun: string) =>
  `mutation ($input: ${input}!) { ${name}(input: $input) { ${noun} ${ERRORS} } }`;

export const CREATE_USER = mutation('createUser', 'CreateUserInput', `user { ${USER} }`);
export const UPDATE_USER = mutation(
  'updateUser',
  'UpdateUserInput',
  `user { ${USER} } unlinkedIdentities { channel externalId linkedBy }`,
);
export const DELETE_USER = mutation('deleteUser', 'DeleteUserInput', 'deletedUserId');
const ROWS = `results { index outcome user { id phoneNumber email firstName middleName lastName version } phoneNumber duplicateOf
  ${ERRORS} } counts { created updated unchanged skipped deleted refused }`;
export const CREATE_USERS = mutation('createUsers', 'CreateUsersInput', ROWS);
export const UPDATE_USERS = mutation('updateUsers', 'UpdateUsersInput', ROWS);
export const DELETE_USERS = mutation('deleteUsers', 'DeleteUsersInput', ROWS);
export const SELF_REGISTER = mutation(
  'selfRegisterUser',
  'SelfRegisterUserInput',
  `user { ${USER} } outcome decision { ${DECISION} }`,
);
export const LINK_IDENTITY = mutation(
  'linkChannelIdentity',
  'LinkChannelIdentityInput',
  `channelIdentity { id channel externalId linkedAt linkedBy } user { ${USER} }`,
);
export const UNLINK_IDENTITY = mutation('unlinkChannelIdentity', 'UnlinkChannelIdentityInput', `user { ${USER} }`);
export const MERGE_USERS = mutation('mergeUsers', 'MergeUsersInput', `user { ${USER} } deletedUserId`);
export const REPLACE_SENDER = mutation('replaceSender', 'ReplaceSenderInput', `user { ${USER} } outcome`);
export const CREATE_INVITATION = mutation(
  'createInvitation',
  'CreateInvitationInput',
  `invitation { ${INVITATION} } code links { telegram whatsApp }`,
);
export const REVOKE_INVITATION = mutation('revokeInvitation', 'RevokeInvitationInput', `invitation { ${INVITATION} }`);
export const REDEEM_INVITATION = mutation('redeemInvitation', 'RedeemInvitationInput', `user { ${USER} } outcome`);
export const APPROVE_REQUEST = mutation(
  'approveAccessRequest',
  'ApproveAccessRequestInput',
  `accessRequest { ${REQUEST} candidates { id } } user { ${USER} } outcome`,
);
export const DISMISS_REQUEST = mutation(
  'dismissAccessRequest',
  'DismissAccessRequestInput',
  `accessRequest { ${REQUEST} }`,
);
export const BLOCK_SENDER = mutation('blockSender', 'BlockSenderInput', `blockedSenders { ${BLOCK} }`);
export const UNBLOCK_SENDER = mutation('unblockSender', 'UnblockSenderInput', 'deletedBlockedSenderId');
export const CREATE_PROJECT = mutation('createProject', 'CreateProjectInput', 'project { id name createdAt }');
export const UPDATE_PROJECT = mutation(
  'updateProject',
  'UpdateProjectInput',
  'project { id name telegramBot whatsAppNumber keepsDeniedAttempts }',
);
export const DELETE_PROJECT = mutation('deleteProject', 'DeleteProjectInput', 'deletedProjectId');
export const CREATE_ENVIRONMENT = mutation(
  'createEnvironment',
  'CreateEnvironmentInput',
  'environment { id name type selfRegistration createdAt }',
);
export const UPDATE_ENVIRONMENT = mutation(
  'updateEnvironment',
  'UpdateEnvironmentInput',
  `environment { ${ENVIRONMENT} }`,
);
export const DELETE_ENVIRONMENT = mutation('deleteEnvironment', 'DeleteEnvironmentInput', 'deletedEnvironmentId');
export const CREATE_ACCESS_KEY = mutation(
  'createAccessKey',
  'CreateAccessKeyInput',
  `accessKey { ${ACCESS_KEY} } secret`,
);
export const REVOKE_ACCESS_KEY = mutation('revokeAccessKey', 'RevokeAccessKeyInput', `accessKey { ${ACCESS_KEY} }`);
export const ADD_PROJECT_MEMBER = mutation('addProjectMember', 'AddProjectMemberInput', 'projectMember { id }');
export const UPDATE_PROJECT_MEMBER = mutation(
  'updateProjectMember',
  'UpdateProjectMemberInput',
  'projectMember { id }',
);
export const REMOVE_PROJECT_MEMBER = mutation(
  'removeProjectMember',
  'RemoveProjectMemberInput',
  'removedProjectMemberId',
);

export const READ_VIEWER = '{ viewer { name role projects { id name } } }';
export const READ_PROJECT = `query ($id: ID!) { project(id: $id) { id name createdAt viewerRole
  environments { ${ENVIRONMENT} } accessKeys { ${ACCESS_KEY} } } }`;
export const READ_USER = `query ($id: ID!) { user(id: $id) { ${USER} project { id } } }`;
export const READ_ACCESS = `query ($id: ID!) { user(id: $id) { version lastSeenAt
  access { environment { id } lastSeenAt lastChannel expiresAt } } }`;
export const READ_INVITATIONS = `query ($id: ID!) { user(id: $id) { invitations { ${INVITATION} } } }`;
const EVENTS = `edges { cursor node { id } } ${PAGE_INFO}
    nodes { id action actorName actorId subjectId relatedId changedFields createdAt user { id } }`;
export const READ_TRAIL = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $userId: ID,
  $actions: [AuditAction!], $actorId: ID) { project(id: $id) { auditEvents(first: $first, after: $after, last: $last,
  before: $before, userId: $userId, actions: $actions, actorId: $actorId) { ${EVENTS} } } }`;
export const READ_HISTORY = `query ($id: ID!, $first: Int, $after: String) { user(id: $id) {
  auditEvents(first: $first, after: $after) { ${EVENTS} } } }`;
export const LIST_USERS = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $search: String,
  $filter: UserFilter, $orderBy: UserOrder) { project(id: $id) { users(first: $first, after: $after, last: $last,
  before: $before, search: $search, filter: $filter, orderBy: $orderBy) {
    totalCount ${PAGE_INFO} nodes { id }
    edges { cursor node { id fullName email phoneNumber channelIdentities { externalId } } matches { field segments { text matched } } } } } }`;
export const LIST_REQUESTS = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String,
  $status: AccessRequestStatus, $environmentIds: [ID!], $search: String, $upTo: Int) { project(id: $id) { accessRequests(
  first: $first, after: $after, last: $last, before: $before, status: $status, environmentIds: $environmentIds, search: $search) {
    totalCount(upTo: $upTo) ${PAGE_INFO} edges { cursor node { id } } nodes { ${REQUEST} candidates { id } } } } }`;
export const LIST_BLOCKS = `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String, $search: String,
  $upTo: Int) { project(id: $id) { blockedSenders(first: $first, after: $after, last: $last, before: $before, search: $search) {
    totalCount(upTo: $upTo) ${PAGE_INFO} edges { cursor node { id } } nodes { ${BLOCK} } } } }`;
export const READ_APPROVALS = `query ($id: ID!, $first: Int, $after: String) {
  decidedAccessRequests(environmentId: $id, first: $first, after: $after) {
    totalCount ${PAGE_INFO} edges { cursor node { id } } nodes { ${REQUEST} } } }`;
export const CHECK_ACCESS = `query ($environmentId: ID!, $sender: SenderInput!) {
  checkAccess(environmentId: $environmentId, sender: $sender) { ${DECISION} } }`;
export const CHECK_ACCESS_BATCH = `query ($environmentId: ID!, $senders: [SenderInput!]!) {
  checkAccessBatch(environmentId: $environmentId, senders: $senders) { ${DECISION} } }`;
export const EXPLAIN_ACCESS = `query ($projectId: ID!, $sender: String!) { explainAccess(projectId: $projectId, sender: $sender) {
  parsedAs { channel phoneNumber externalId email } recentAttempts suggestion
  decisions { environment { id } sender { channel phoneNumber externalId email } decision { ${DECISION} } } } }`;

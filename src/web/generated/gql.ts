/* eslint-disable */
import * as types from './graphql.ts';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query AccessKeys($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      accessKeys {\n        id\n        name\n        role\n        environments {\n          id\n          name\n          type\n        }\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        isOwn\n      }\n    }\n  }\n": typeof types.AccessKeysDocument,
    "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    answer: createAccessKey(input: $input) {\n      saved: secret\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.CreateAccessKeyDocument,
    "\n  mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {\n    revokeAccessKey(input: $input) {\n      accessKey {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RevokeAccessKeyDocument,
    "\n  query BlockedSenders($projectId: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $projectId) {\n      id\n      blockedSenders(search: $search, first: $first, after: $after, last: $last, before: $before) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          note\n          blockedBy\n          createdAt\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n": typeof types.BlockedSendersDocument,
    "\n  mutation BlockSender($input: BlockSenderInput!) {\n    answer: blockSender(input: $input) {\n      saved: blockedSenders {\n        id\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.BlockSenderDocument,
    "\n  mutation UnblockSender($input: UnblockSenderInput!) {\n    unblockSender(input: $input) {\n      deletedBlockedSenderId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UnblockSenderDocument,
    "\n  fragment BulkRow on UserRowResult {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n": typeof types.BulkRowFragmentDoc,
    "\n  mutation UpdateUsers($input: UpdateUsersInput!) {\n    answer: updateUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UpdateUsersDocument,
    "\n  mutation DeleteUsers($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteUsersDocument,
    "\n  query UserIds($projectId: ID!, $search: String, $filter: UserFilter, $after: String) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: { field: CREATED_AT, direction: ASC }\n        first: 100\n        after: $after\n      ) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          environments {\n            id\n          }\n        }\n      }\n    }\n  }\n": typeof types.UserIdsDocument,
    "\n  query Environments($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n": typeof types.EnvironmentsDocument,
    "\n  query EnvironmentChoices($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n": typeof types.EnvironmentChoicesDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    answer: createEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.CreateEnvironmentDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    answer: updateEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.UpdateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      deletedEnvironmentId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteEnvironmentDocument,
    "query MyProjects {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n}": typeof types.MyProjectsDocument,
    "mutation AddUser($projectId: ID!, $environmentId: ID!) {\n  createUser(\n    input: {projectId: $projectId, phoneNumber: \"+1 555-123-4567\", email: \"ana@example.com\", firstName: \"Ana\", lastName: \"Lima\", environmentIds: [$environmentId]}\n  ) {\n    user {\n      id\n      fullName\n      phoneNumber(format: INTERNATIONAL)\n      creationSource\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n      conflictingUser {\n        id\n        fullName\n      }\n    }\n  }\n}": typeof types.AddUserDocument,
    "query SearchUsers($projectId: ID!, $search: String!, $after: String) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      after: $after\n      search: $search\n      orderBy: {field: RELEVANCE, direction: DESC}\n    ) {\n      totalCount(upTo: 1001)\n      edges {\n        node {\n          id\n          fullName\n          email\n          phoneNumber(format: INTERNATIONAL)\n          environments {\n            name\n          }\n        }\n        matches {\n          field\n          segments {\n            text\n            matched\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": typeof types.SearchUsersDocument,
    "mutation LimitAccess($userId: ID!, $environmentId: ID!, $inAMonth: DateTime!) {\n  updateUser(\n    input: {id: $userId, accessExpiries: [{environmentId: $environmentId, expiresAt: $inAMonth}]}\n  ) {\n    user {\n      id\n      fullName\n      access {\n        environment {\n          name\n        }\n        expiresAt\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.LimitAccessDocument,
    "query LastSeen($projectId: ID!, $inAMonth: DateTime!) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      filter: {expiresBefore: $inAMonth}\n      orderBy: {field: LAST_SEEN_AT, direction: DESC}\n    ) {\n      nodes {\n        id\n        fullName\n        access {\n          environment {\n            name\n          }\n          lastSeenAt\n          lastChannel\n          expiresAt\n        }\n      }\n    }\n  }\n}": typeof types.LastSeenDocument,
    "mutation AddMany($projectId: ID!, $environmentId: ID!) {\n  createUsers(\n    input: {projectId: $projectId, environmentIds: [$environmentId], ifExisting: ADD_ENVIRONMENTS, dryRun: true, rows: [{phoneNumber: \"+1 555-123-4567\", firstName: \"Ana\", lastName: \"Lima\"}, {phoneNumber: \"+44 7911 123456\", firstName: \"Grace\", lastName: \"Hopper\"}, {phoneNumber: \"12\", firstName: \"Too short\"}]}\n  ) {\n    counts {\n      created\n      updated\n      unchanged\n      refused\n    }\n    results {\n      index\n      outcome\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n    userErrors {\n      message\n      code\n    }\n  }\n}": typeof types.AddManyDocument,
    "mutation ChangeMany($projectId: ID!, $environmentId: ID!, $search: String!) {\n  updateUsers(\n    input: {projectId: $projectId, selection: {search: $search}, expectedCount: 1, addEnvironmentIds: [$environmentId], dryRun: true}\n  ) {\n    counts {\n      updated\n      unchanged\n      refused\n    }\n    results {\n      outcome\n      user {\n        id\n        fullName\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.ChangeManyDocument,
    "mutation Merge($userId: ID!, $otherUserId: ID!) {\n  mergeUsers(input: {id: $userId, mergedId: $otherUserId}) {\n    user {\n      id\n      fullName\n      channelIdentities {\n        channel\n        externalId\n      }\n    }\n    deletedUserId\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.MergeDocument,
    "query Explain($projectId: ID!, $sender: String!) {\n  explainAccess(projectId: $projectId, sender: $sender) {\n    decisions {\n      environment {\n        name\n      }\n      sender {\n        channel\n      }\n      decision {\n        allowed\n        reason\n        matchedBy\n        user {\n          id\n          fullName\n        }\n      }\n    }\n    recentAttempts\n    suggestion\n  }\n}": typeof types.ExplainDocument,
    "query Requests($projectId: ID!) {\n  project(id: $projectId) {\n    accessRequests(first: 10) {\n      totalCount\n      nodes {\n        id\n        environment {\n          name\n        }\n        channel\n        firstName\n        lastName\n        phoneNumber(format: INTERNATIONAL)\n        externalId\n        reason\n        attempts\n        lastAttemptAt\n        candidates {\n          id\n          fullName\n        }\n      }\n    }\n    blockedSenders(first: 10) {\n      nodes {\n        id\n        phoneNumber(format: INTERNATIONAL)\n        channel\n        externalId\n        note\n      }\n    }\n  }\n}": typeof types.RequestsDocument,
    "mutation Approve($requestId: ID!) {\n  approveAccessRequest(input: {id: $requestId}) {\n    outcome\n    user {\n      id\n      fullName\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.ApproveDocument,
    "mutation Block($projectId: ID!) {\n  blockSender(\n    input: {projectId: $projectId, sender: {channel: TELEGRAM, externalId: \"700100199\"}, note: \"An example: nobody has this id\"}\n  ) {\n    blockedSenders {\n      id\n      channel\n      externalId\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.BlockDocument,
    "mutation Invite($userId: ID!) {\n  createInvitation(input: {userId: $userId}) {\n    invitation {\n      id\n      expiresAt\n      status\n    }\n    code\n    links {\n      telegram\n      whatsApp\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.InviteDocument,
    "mutation AddGatewayKey($projectId: ID!) {\n  createAccessKey(\n    input: {projectId: $projectId, name: \"WhatsApp gateway\", role: GATEWAY}\n  ) {\n    accessKey {\n      id\n      name\n      role\n    }\n    secret\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.AddGatewayKeyDocument,
    "query Nodes($projectId: ID!, $environmentId: ID!, $userId: ID!) {\n  nodes(ids: [$projectId, $environmentId, $userId]) {\n    __typename\n    id\n    ... on Environment {\n      name\n    }\n    ... on User {\n      fullName\n    }\n  }\n}": typeof types.NodesDocument,
    "query Myself {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n}": typeof types.MyselfDocument,
    "query MayTheyTalk($environmentId: ID!) {\n  checkAccess(\n    environmentId: $environmentId\n    sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}\n  ) {\n    allowed\n    reason\n    matchedBy\n    shouldRegister\n    user {\n      id\n      fullName\n    }\n  }\n}": typeof types.MayTheyTalkDocument,
    "mutation Register($environmentId: ID!) {\n  selfRegisterUser(\n    input: {environmentId: $environmentId, sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}, firstName: \"Ana\"}\n  ) {\n    outcome\n    decision {\n      allowed\n      reason\n    }\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.RegisterDocument,
    "query MayTheyAllTalk($environmentId: ID!) {\n  checkAccessBatch(\n    environmentId: $environmentId\n    senders: [{channel: WHATSAPP, phoneNumber: \"15551234567\"}, {channel: TELEGRAM, externalId: \"123456789\"}, {channel: SLACK, externalId: \"T0123:U0456\"}]\n  ) {\n    allowed\n    reason\n  }\n}": typeof types.MayTheyAllTalkDocument,
    "mutation NumberChanged($environmentId: ID!) {\n  replaceSender(\n    input: {environmentId: $environmentId, previous: {channel: WHATSAPP, phoneNumber: \"15551234567\"}, current: {channel: WHATSAPP, phoneNumber: \"15557654321\"}}\n  ) {\n    outcome\n    user {\n      id\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.NumberChangedDocument,
    "query Approved($environmentId: ID!, $after: String) {\n  decidedAccessRequests(environmentId: $environmentId, first: 20, after: $after) {\n    nodes {\n      channel\n      lastAttemptAt\n      user {\n        id\n        phoneNumber\n        channelIdentities {\n          channel\n          externalId\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": typeof types.ApprovedDocument,
    "mutation Redeem($environmentId: ID!) {\n  redeemInvitation(\n    input: {environmentId: $environmentId, sender: {channel: TELEGRAM, externalId: \"700100101\"}, code: \"um-AAAAAAAAAAAAAAAAAAAAAA\"}\n  ) {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": typeof types.RedeemDocument,
    "\n  fragment HistoryEvent on AuditEvent {\n    id\n    action\n    actorName\n    subjectId\n    changedFields\n    createdAt\n    user {\n      id\n      fullName\n    }\n  }\n": typeof types.HistoryEventFragmentDoc,
    "\n  query History(\n    $projectId: ID!\n    $userId: ID\n    $actions: [AuditAction!]\n    $actorId: ID\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      auditEvents(\n        userId: $userId\n        actions: $actions\n        actorId: $actorId\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n": typeof types.HistoryDocument,
    "\n  query UserHistory($id: ID!, $after: String) {\n    user(id: $id) {\n      id\n      auditEvents(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n": typeof types.UserHistoryDocument,
    "\n  query HistoryNames($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n      }\n      accessKeys {\n        id\n        name\n      }\n      members {\n        id\n        name\n      }\n    }\n  }\n": typeof types.HistoryNamesDocument,
    "\n  mutation ImportUsers($input: CreateUsersInput!) {\n    answer: createUsers(input: $input) {\n      results {\n        index\n        outcome\n        duplicateOf\n        phoneNumber\n        user {\n          id\n          version\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.ImportUsersDocument,
    "\n  mutation UndoImport($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        outcome\n        user {\n          id\n          version\n          fullName\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UndoImportDocument,
    "\n  query UserInvitations($userId: ID!) {\n    user(id: $userId) {\n      id\n      invitations {\n        id\n        channel\n        status\n        createdAt\n        expiresAt\n        redeemedAt\n      }\n    }\n  }\n": typeof types.UserInvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    answer: createInvitation(input: $input) {\n      saved: invitation {\n        id\n        channel\n        expiresAt\n      }\n      code\n      links {\n        telegram\n        whatsApp\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      invitation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RevokeInvitationDocument,
    "\n  query Members($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      members {\n        id\n        subject\n        name\n        role\n        createdAt\n      }\n    }\n  }\n": typeof types.MembersDocument,
    "\n  mutation AddMember($input: AddProjectMemberInput!) {\n    answer: addProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.AddMemberDocument,
    "\n  mutation UpdateMember($input: UpdateProjectMemberInput!) {\n    answer: updateProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.UpdateMemberDocument,
    "\n  mutation RemoveMember($input: RemoveProjectMemberInput!) {\n    removeProjectMember(input: $input) {\n      removedProjectMemberId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.RemoveMemberDocument,
    "\n  query FindUsers($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          id\n          fullName\n          phoneNumber(format: INTERNATIONAL)\n          email\n        }\n      }\n    }\n  }\n": typeof types.FindUsersDocument,
    "\n  fragment FormError on UserError {\n    field\n    code\n    message\n  }\n": typeof types.FormErrorFragmentDoc,
    "\n  query ProjectSettings($id: ID!) {\n    project(id: $id) {\n      id\n      telegramBot\n      whatsAppNumber\n      keepsDeniedAttempts\n    }\n  }\n": typeof types.ProjectSettingsDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    answer: updateProject(input: $input) {\n      saved: project {\n        id\n        name\n        telegramBot\n        whatsAppNumber\n        keepsDeniedAttempts\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.UpdateProjectDocument,
    "\n  query ProjectCounts($upTo: Int!) {\n    viewer {\n      projects {\n        id\n        users(first: 1) {\n          totalCount(upTo: $upTo)\n        }\n      }\n    }\n  }\n": typeof types.ProjectCountsDocument,
    "\n  query ProjectUserCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount\n      }\n    }\n  }\n": typeof types.ProjectUserCountDocument,
    "\n  query FirstSteps($projectId: ID!, $upTo: Int!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount(upTo: $upTo)\n      }\n      environments {\n        type\n        selfRegistration\n      }\n      accessKeys {\n        role\n        isOwn\n        lastUsedAt\n        revokedAt\n      }\n      members {\n        id\n      }\n    }\n  }\n": typeof types.FirstStepsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    answer: createProject(input: $input) {\n      saved: project {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": typeof types.CreateProjectDocument,
    "\n  mutation DeleteProject($input: DeleteProjectInput!) {\n    deleteProject(input: $input) {\n      deletedProjectId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteProjectDocument,
    "\n  query AccessRequests(\n    $projectId: ID!\n    $status: AccessRequestStatus\n    $environmentIds: [ID!]\n    $search: String\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      accessRequests(\n        status: $status\n        environmentIds: $environmentIds\n        search: $search\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          environment {\n            id\n            name\n            type\n          }\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          email\n          firstName\n          lastName\n          reason\n          attempts\n          firstAttemptAt\n          lastAttemptAt\n          candidates {\n            ...KnownPerson\n          }\n        }\n      }\n    }\n  }\n": typeof types.AccessRequestsDocument,
    "\n  fragment KnownPerson on User {\n    id\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n  }\n": typeof types.KnownPersonFragmentDoc,
    "\n  query PendingCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        pendingAccessRequestCount\n      }\n    }\n  }\n": typeof types.PendingCountDocument,
    "\n  query People($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          ...KnownPerson\n        }\n      }\n    }\n  }\n": typeof types.PeopleDocument,
    "\n  mutation ApproveAccessRequest($input: ApproveAccessRequestInput!) {\n    answer: approveAccessRequest(input: $input) {\n      outcome\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": typeof types.ApproveAccessRequestDocument,
    "\n  mutation DismissAccessRequest($input: DismissAccessRequestInput!) {\n    dismissAccessRequest(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DismissAccessRequestDocument,
    "\n  fragment ParsedAs on ParsedSender {\n    channel\n    phoneNumber(format: INTERNATIONAL)\n    externalId\n    email\n  }\n": typeof types.ParsedAsFragmentDoc,
    "\n  query ExplainAccess($projectId: ID!, $sender: String!) {\n    explainAccess(projectId: $projectId, sender: $sender) {\n      parsedAs {\n        ...ParsedAs\n      }\n      recentAttempts\n      suggestion\n      decisions {\n        environment {\n          id\n          name\n          type\n        }\n        sender {\n          ...ParsedAs\n        }\n        decision {\n          allowed\n          reason\n          matchedBy\n          selfRegistration\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n": typeof types.ExplainAccessDocument,
    "\n  mutation LinkAccount($input: LinkChannelIdentityInput!) {\n    answer: linkChannelIdentity(input: $input) {\n      saved: channelIdentity {\n        id\n        channel\n        externalId\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": typeof types.LinkAccountDocument,
    "\n  mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {\n    unlinkChannelIdentity(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.UnlinkAccountDocument,
    "\n  fragment UserToEdit on User {\n    id\n    version\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n    firstName\n    middleName\n    lastName\n    environments {\n      id\n      name\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedBy\n    }\n  }\n": typeof types.UserToEditFragmentDoc,
    "\n  query UserToEdit($id: ID!) {\n    user(id: $id) {\n      ...UserToEdit\n    }\n  }\n": typeof types.UserToEditDocument,
    "\n  fragment UserDetails on User {\n    id\n    version\n    fullName\n    firstName\n    middleName\n    lastName\n    initials\n    creationSource\n    isBlocked\n    email\n    phoneNumber(format: INTERNATIONAL)\n    createdAt\n    updatedAt\n    lastSeenAt\n    environments {\n      id\n      name\n      type\n    }\n    access {\n      environment {\n        id\n        name\n        type\n      }\n      lastSeenAt\n      lastChannel\n      expiresAt\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedAt\n      linkedBy\n    }\n  }\n": typeof types.UserDetailsFragmentDoc,
    "\n  query UserDetails($id: ID!) {\n    user(id: $id) {\n      project {\n        id\n      }\n      ...UserDetails\n    }\n  }\n": typeof types.UserDetailsDocument,
    "\n  fragment UserFormError on UserError {\n    ...FormError\n    conflictingUser {\n      ...UserToEdit\n    }\n  }\n": typeof types.UserFormErrorFragmentDoc,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    answer: createUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": typeof types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    answer: updateUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": typeof types.UpdateUserDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      deletedUserId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.DeleteUserDocument,
    "\n  mutation MergeUsers($input: MergeUsersInput!) {\n    mergeUsers(input: $input) {\n      user {\n        id\n        fullName\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": typeof types.MergeUsersDocument,
    "\n  query Users(\n    $projectId: ID!\n    $search: String\n    $filter: UserFilter\n    $orderBy: UserOrder\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $withEnds: Boolean!\n  ) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: $orderBy\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        edges {\n          node {\n            id\n            fullName\n            firstName\n            middleName\n            lastName\n            initials\n            creationSource\n            isBlocked\n            email\n            phoneNumber(format: INTERNATIONAL)\n            channelIdentities {\n              id\n              channel\n              externalId\n            }\n            environments {\n              id\n              name\n              type\n            }\n            access @include(if: $withEnds) {\n              environment {\n                id\n                name\n              }\n              expiresAt\n            }\n            createdAt\n            lastSeenAt\n          }\n          matches {\n            field\n            segments(phoneNumberFormat: INTERNATIONAL) {\n              text\n              matched\n            }\n          }\n        }\n      }\n    }\n  }\n": typeof types.UsersDocument,
    "\n  query UserCount($projectId: ID!, $search: String, $filter: UserFilter, $upTo: Int) {\n    project(id: $projectId) {\n      id\n      users(search: $search, filter: $filter, first: 1) {\n        totalCount(upTo: $upTo)\n      }\n    }\n  }\n": typeof types.UserCountDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      canManageProjects\n      projects {\n        id\n        name\n        viewerRole\n      }\n    }\n  }\n": typeof types.ViewerDocument,
};
const documents: Documents = {
    "\n  query AccessKeys($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      accessKeys {\n        id\n        name\n        role\n        environments {\n          id\n          name\n          type\n        }\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        isOwn\n      }\n    }\n  }\n": types.AccessKeysDocument,
    "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    answer: createAccessKey(input: $input) {\n      saved: secret\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.CreateAccessKeyDocument,
    "\n  mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {\n    revokeAccessKey(input: $input) {\n      accessKey {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RevokeAccessKeyDocument,
    "\n  query BlockedSenders($projectId: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $projectId) {\n      id\n      blockedSenders(search: $search, first: $first, after: $after, last: $last, before: $before) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          note\n          blockedBy\n          createdAt\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n": types.BlockedSendersDocument,
    "\n  mutation BlockSender($input: BlockSenderInput!) {\n    answer: blockSender(input: $input) {\n      saved: blockedSenders {\n        id\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.BlockSenderDocument,
    "\n  mutation UnblockSender($input: UnblockSenderInput!) {\n    unblockSender(input: $input) {\n      deletedBlockedSenderId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.UnblockSenderDocument,
    "\n  fragment BulkRow on UserRowResult {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n": types.BulkRowFragmentDoc,
    "\n  mutation UpdateUsers($input: UpdateUsersInput!) {\n    answer: updateUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.UpdateUsersDocument,
    "\n  mutation DeleteUsers($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteUsersDocument,
    "\n  query UserIds($projectId: ID!, $search: String, $filter: UserFilter, $after: String) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: { field: CREATED_AT, direction: ASC }\n        first: 100\n        after: $after\n      ) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          environments {\n            id\n          }\n        }\n      }\n    }\n  }\n": types.UserIdsDocument,
    "\n  query Environments($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n": types.EnvironmentsDocument,
    "\n  query EnvironmentChoices($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n": types.EnvironmentChoicesDocument,
    "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    answer: createEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.CreateEnvironmentDocument,
    "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    answer: updateEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.UpdateEnvironmentDocument,
    "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      deletedEnvironmentId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteEnvironmentDocument,
    "query MyProjects {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n}": types.MyProjectsDocument,
    "mutation AddUser($projectId: ID!, $environmentId: ID!) {\n  createUser(\n    input: {projectId: $projectId, phoneNumber: \"+1 555-123-4567\", email: \"ana@example.com\", firstName: \"Ana\", lastName: \"Lima\", environmentIds: [$environmentId]}\n  ) {\n    user {\n      id\n      fullName\n      phoneNumber(format: INTERNATIONAL)\n      creationSource\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n      conflictingUser {\n        id\n        fullName\n      }\n    }\n  }\n}": types.AddUserDocument,
    "query SearchUsers($projectId: ID!, $search: String!, $after: String) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      after: $after\n      search: $search\n      orderBy: {field: RELEVANCE, direction: DESC}\n    ) {\n      totalCount(upTo: 1001)\n      edges {\n        node {\n          id\n          fullName\n          email\n          phoneNumber(format: INTERNATIONAL)\n          environments {\n            name\n          }\n        }\n        matches {\n          field\n          segments {\n            text\n            matched\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}": types.SearchUsersDocument,
    "mutation LimitAccess($userId: ID!, $environmentId: ID!, $inAMonth: DateTime!) {\n  updateUser(\n    input: {id: $userId, accessExpiries: [{environmentId: $environmentId, expiresAt: $inAMonth}]}\n  ) {\n    user {\n      id\n      fullName\n      access {\n        environment {\n          name\n        }\n        expiresAt\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.LimitAccessDocument,
    "query LastSeen($projectId: ID!, $inAMonth: DateTime!) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      filter: {expiresBefore: $inAMonth}\n      orderBy: {field: LAST_SEEN_AT, direction: DESC}\n    ) {\n      nodes {\n        id\n        fullName\n        access {\n          environment {\n            name\n          }\n          lastSeenAt\n          lastChannel\n          expiresAt\n        }\n      }\n    }\n  }\n}": types.LastSeenDocument,
    "mutation AddMany($projectId: ID!, $environmentId: ID!) {\n  createUsers(\n    input: {projectId: $projectId, environmentIds: [$environmentId], ifExisting: ADD_ENVIRONMENTS, dryRun: true, rows: [{phoneNumber: \"+1 555-123-4567\", firstName: \"Ana\", lastName: \"Lima\"}, {phoneNumber: \"+44 7911 123456\", firstName: \"Grace\", lastName: \"Hopper\"}, {phoneNumber: \"12\", firstName: \"Too short\"}]}\n  ) {\n    counts {\n      created\n      updated\n      unchanged\n      refused\n    }\n    results {\n      index\n      outcome\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n    userErrors {\n      message\n      code\n    }\n  }\n}": types.AddManyDocument,
    "mutation ChangeMany($projectId: ID!, $environmentId: ID!, $search: String!) {\n  updateUsers(\n    input: {projectId: $projectId, selection: {search: $search}, expectedCount: 1, addEnvironmentIds: [$environmentId], dryRun: true}\n  ) {\n    counts {\n      updated\n      unchanged\n      refused\n    }\n    results {\n      outcome\n      user {\n        id\n        fullName\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.ChangeManyDocument,
    "mutation Merge($userId: ID!, $otherUserId: ID!) {\n  mergeUsers(input: {id: $userId, mergedId: $otherUserId}) {\n    user {\n      id\n      fullName\n      channelIdentities {\n        channel\n        externalId\n      }\n    }\n    deletedUserId\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.MergeDocument,
    "query Explain($projectId: ID!, $sender: String!) {\n  explainAccess(projectId: $projectId, sender: $sender) {\n    decisions {\n      environment {\n        name\n      }\n      sender {\n        channel\n      }\n      decision {\n        allowed\n        reason\n        matchedBy\n        user {\n          id\n          fullName\n        }\n      }\n    }\n    recentAttempts\n    suggestion\n  }\n}": types.ExplainDocument,
    "query Requests($projectId: ID!) {\n  project(id: $projectId) {\n    accessRequests(first: 10) {\n      totalCount\n      nodes {\n        id\n        environment {\n          name\n        }\n        channel\n        firstName\n        lastName\n        phoneNumber(format: INTERNATIONAL)\n        externalId\n        reason\n        attempts\n        lastAttemptAt\n        candidates {\n          id\n          fullName\n        }\n      }\n    }\n    blockedSenders(first: 10) {\n      nodes {\n        id\n        phoneNumber(format: INTERNATIONAL)\n        channel\n        externalId\n        note\n      }\n    }\n  }\n}": types.RequestsDocument,
    "mutation Approve($requestId: ID!) {\n  approveAccessRequest(input: {id: $requestId}) {\n    outcome\n    user {\n      id\n      fullName\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.ApproveDocument,
    "mutation Block($projectId: ID!) {\n  blockSender(\n    input: {projectId: $projectId, sender: {channel: TELEGRAM, externalId: \"700100199\"}, note: \"An example: nobody has this id\"}\n  ) {\n    blockedSenders {\n      id\n      channel\n      externalId\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.BlockDocument,
    "mutation Invite($userId: ID!) {\n  createInvitation(input: {userId: $userId}) {\n    invitation {\n      id\n      expiresAt\n      status\n    }\n    code\n    links {\n      telegram\n      whatsApp\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.InviteDocument,
    "mutation AddGatewayKey($projectId: ID!) {\n  createAccessKey(\n    input: {projectId: $projectId, name: \"WhatsApp gateway\", role: GATEWAY}\n  ) {\n    accessKey {\n      id\n      name\n      role\n    }\n    secret\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.AddGatewayKeyDocument,
    "query Nodes($projectId: ID!, $environmentId: ID!, $userId: ID!) {\n  nodes(ids: [$projectId, $environmentId, $userId]) {\n    __typename\n    id\n    ... on Environment {\n      name\n    }\n    ... on User {\n      fullName\n    }\n  }\n}": types.NodesDocument,
    "query Myself {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n}": types.MyselfDocument,
    "query MayTheyTalk($environmentId: ID!) {\n  checkAccess(\n    environmentId: $environmentId\n    sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}\n  ) {\n    allowed\n    reason\n    matchedBy\n    shouldRegister\n    user {\n      id\n      fullName\n    }\n  }\n}": types.MayTheyTalkDocument,
    "mutation Register($environmentId: ID!) {\n  selfRegisterUser(\n    input: {environmentId: $environmentId, sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}, firstName: \"Ana\"}\n  ) {\n    outcome\n    decision {\n      allowed\n      reason\n    }\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.RegisterDocument,
    "query MayTheyAllTalk($environmentId: ID!) {\n  checkAccessBatch(\n    environmentId: $environmentId\n    senders: [{channel: WHATSAPP, phoneNumber: \"15551234567\"}, {channel: TELEGRAM, externalId: \"123456789\"}, {channel: SLACK, externalId: \"T0123:U0456\"}]\n  ) {\n    allowed\n    reason\n  }\n}": types.MayTheyAllTalkDocument,
    "mutation NumberChanged($environmentId: ID!) {\n  replaceSender(\n    input: {environmentId: $environmentId, previous: {channel: WHATSAPP, phoneNumber: \"15551234567\"}, current: {channel: WHATSAPP, phoneNumber: \"15557654321\"}}\n  ) {\n    outcome\n    user {\n      id\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.NumberChangedDocument,
    "query Approved($environmentId: ID!, $after: String) {\n  decidedAccessRequests(environmentId: $environmentId, first: 20, after: $after) {\n    nodes {\n      channel\n      lastAttemptAt\n      user {\n        id\n        phoneNumber\n        channelIdentities {\n          channel\n          externalId\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}": types.ApprovedDocument,
    "mutation Redeem($environmentId: ID!) {\n  redeemInvitation(\n    input: {environmentId: $environmentId, sender: {channel: TELEGRAM, externalId: \"700100101\"}, code: \"um-AAAAAAAAAAAAAAAAAAAAAA\"}\n  ) {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}": types.RedeemDocument,
    "\n  fragment HistoryEvent on AuditEvent {\n    id\n    action\n    actorName\n    subjectId\n    changedFields\n    createdAt\n    user {\n      id\n      fullName\n    }\n  }\n": types.HistoryEventFragmentDoc,
    "\n  query History(\n    $projectId: ID!\n    $userId: ID\n    $actions: [AuditAction!]\n    $actorId: ID\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      auditEvents(\n        userId: $userId\n        actions: $actions\n        actorId: $actorId\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n": types.HistoryDocument,
    "\n  query UserHistory($id: ID!, $after: String) {\n    user(id: $id) {\n      id\n      auditEvents(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n": types.UserHistoryDocument,
    "\n  query HistoryNames($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n      }\n      accessKeys {\n        id\n        name\n      }\n      members {\n        id\n        name\n      }\n    }\n  }\n": types.HistoryNamesDocument,
    "\n  mutation ImportUsers($input: CreateUsersInput!) {\n    answer: createUsers(input: $input) {\n      results {\n        index\n        outcome\n        duplicateOf\n        phoneNumber\n        user {\n          id\n          version\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.ImportUsersDocument,
    "\n  mutation UndoImport($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        outcome\n        user {\n          id\n          version\n          fullName\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.UndoImportDocument,
    "\n  query UserInvitations($userId: ID!) {\n    user(id: $userId) {\n      id\n      invitations {\n        id\n        channel\n        status\n        createdAt\n        expiresAt\n        redeemedAt\n      }\n    }\n  }\n": types.UserInvitationsDocument,
    "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    answer: createInvitation(input: $input) {\n      saved: invitation {\n        id\n        channel\n        expiresAt\n      }\n      code\n      links {\n        telegram\n        whatsApp\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.CreateInvitationDocument,
    "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      invitation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RevokeInvitationDocument,
    "\n  query Members($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      members {\n        id\n        subject\n        name\n        role\n        createdAt\n      }\n    }\n  }\n": types.MembersDocument,
    "\n  mutation AddMember($input: AddProjectMemberInput!) {\n    answer: addProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.AddMemberDocument,
    "\n  mutation UpdateMember($input: UpdateProjectMemberInput!) {\n    answer: updateProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.UpdateMemberDocument,
    "\n  mutation RemoveMember($input: RemoveProjectMemberInput!) {\n    removeProjectMember(input: $input) {\n      removedProjectMemberId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.RemoveMemberDocument,
    "\n  query FindUsers($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          id\n          fullName\n          phoneNumber(format: INTERNATIONAL)\n          email\n        }\n      }\n    }\n  }\n": types.FindUsersDocument,
    "\n  fragment FormError on UserError {\n    field\n    code\n    message\n  }\n": types.FormErrorFragmentDoc,
    "\n  query ProjectSettings($id: ID!) {\n    project(id: $id) {\n      id\n      telegramBot\n      whatsAppNumber\n      keepsDeniedAttempts\n    }\n  }\n": types.ProjectSettingsDocument,
    "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    answer: updateProject(input: $input) {\n      saved: project {\n        id\n        name\n        telegramBot\n        whatsAppNumber\n        keepsDeniedAttempts\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.UpdateProjectDocument,
    "\n  query ProjectCounts($upTo: Int!) {\n    viewer {\n      projects {\n        id\n        users(first: 1) {\n          totalCount(upTo: $upTo)\n        }\n      }\n    }\n  }\n": types.ProjectCountsDocument,
    "\n  query ProjectUserCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount\n      }\n    }\n  }\n": types.ProjectUserCountDocument,
    "\n  query FirstSteps($projectId: ID!, $upTo: Int!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount(upTo: $upTo)\n      }\n      environments {\n        type\n        selfRegistration\n      }\n      accessKeys {\n        role\n        isOwn\n        lastUsedAt\n        revokedAt\n      }\n      members {\n        id\n      }\n    }\n  }\n": types.FirstStepsDocument,
    "\n  mutation CreateProject($input: CreateProjectInput!) {\n    answer: createProject(input: $input) {\n      saved: project {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n": types.CreateProjectDocument,
    "\n  mutation DeleteProject($input: DeleteProjectInput!) {\n    deleteProject(input: $input) {\n      deletedProjectId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteProjectDocument,
    "\n  query AccessRequests(\n    $projectId: ID!\n    $status: AccessRequestStatus\n    $environmentIds: [ID!]\n    $search: String\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      accessRequests(\n        status: $status\n        environmentIds: $environmentIds\n        search: $search\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          environment {\n            id\n            name\n            type\n          }\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          email\n          firstName\n          lastName\n          reason\n          attempts\n          firstAttemptAt\n          lastAttemptAt\n          candidates {\n            ...KnownPerson\n          }\n        }\n      }\n    }\n  }\n": types.AccessRequestsDocument,
    "\n  fragment KnownPerson on User {\n    id\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n  }\n": types.KnownPersonFragmentDoc,
    "\n  query PendingCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        pendingAccessRequestCount\n      }\n    }\n  }\n": types.PendingCountDocument,
    "\n  query People($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          ...KnownPerson\n        }\n      }\n    }\n  }\n": types.PeopleDocument,
    "\n  mutation ApproveAccessRequest($input: ApproveAccessRequestInput!) {\n    answer: approveAccessRequest(input: $input) {\n      outcome\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": types.ApproveAccessRequestDocument,
    "\n  mutation DismissAccessRequest($input: DismissAccessRequestInput!) {\n    dismissAccessRequest(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DismissAccessRequestDocument,
    "\n  fragment ParsedAs on ParsedSender {\n    channel\n    phoneNumber(format: INTERNATIONAL)\n    externalId\n    email\n  }\n": types.ParsedAsFragmentDoc,
    "\n  query ExplainAccess($projectId: ID!, $sender: String!) {\n    explainAccess(projectId: $projectId, sender: $sender) {\n      parsedAs {\n        ...ParsedAs\n      }\n      recentAttempts\n      suggestion\n      decisions {\n        environment {\n          id\n          name\n          type\n        }\n        sender {\n          ...ParsedAs\n        }\n        decision {\n          allowed\n          reason\n          matchedBy\n          selfRegistration\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n": types.ExplainAccessDocument,
    "\n  mutation LinkAccount($input: LinkChannelIdentityInput!) {\n    answer: linkChannelIdentity(input: $input) {\n      saved: channelIdentity {\n        id\n        channel\n        externalId\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": types.LinkAccountDocument,
    "\n  mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {\n    unlinkChannelIdentity(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.UnlinkAccountDocument,
    "\n  fragment UserToEdit on User {\n    id\n    version\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n    firstName\n    middleName\n    lastName\n    environments {\n      id\n      name\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedBy\n    }\n  }\n": types.UserToEditFragmentDoc,
    "\n  query UserToEdit($id: ID!) {\n    user(id: $id) {\n      ...UserToEdit\n    }\n  }\n": types.UserToEditDocument,
    "\n  fragment UserDetails on User {\n    id\n    version\n    fullName\n    firstName\n    middleName\n    lastName\n    initials\n    creationSource\n    isBlocked\n    email\n    phoneNumber(format: INTERNATIONAL)\n    createdAt\n    updatedAt\n    lastSeenAt\n    environments {\n      id\n      name\n      type\n    }\n    access {\n      environment {\n        id\n        name\n        type\n      }\n      lastSeenAt\n      lastChannel\n      expiresAt\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedAt\n      linkedBy\n    }\n  }\n": types.UserDetailsFragmentDoc,
    "\n  query UserDetails($id: ID!) {\n    user(id: $id) {\n      project {\n        id\n      }\n      ...UserDetails\n    }\n  }\n": types.UserDetailsDocument,
    "\n  fragment UserFormError on UserError {\n    ...FormError\n    conflictingUser {\n      ...UserToEdit\n    }\n  }\n": types.UserFormErrorFragmentDoc,
    "\n  mutation CreateUser($input: CreateUserInput!) {\n    answer: createUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": types.CreateUserDocument,
    "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    answer: updateUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n": types.UpdateUserDocument,
    "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      deletedUserId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.DeleteUserDocument,
    "\n  mutation MergeUsers($input: MergeUsersInput!) {\n    mergeUsers(input: $input) {\n      user {\n        id\n        fullName\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n": types.MergeUsersDocument,
    "\n  query Users(\n    $projectId: ID!\n    $search: String\n    $filter: UserFilter\n    $orderBy: UserOrder\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $withEnds: Boolean!\n  ) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: $orderBy\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        edges {\n          node {\n            id\n            fullName\n            firstName\n            middleName\n            lastName\n            initials\n            creationSource\n            isBlocked\n            email\n            phoneNumber(format: INTERNATIONAL)\n            channelIdentities {\n              id\n              channel\n              externalId\n            }\n            environments {\n              id\n              name\n              type\n            }\n            access @include(if: $withEnds) {\n              environment {\n                id\n                name\n              }\n              expiresAt\n            }\n            createdAt\n            lastSeenAt\n          }\n          matches {\n            field\n            segments(phoneNumberFormat: INTERNATIONAL) {\n              text\n              matched\n            }\n          }\n        }\n      }\n    }\n  }\n": types.UsersDocument,
    "\n  query UserCount($projectId: ID!, $search: String, $filter: UserFilter, $upTo: Int) {\n    project(id: $projectId) {\n      id\n      users(search: $search, filter: $filter, first: 1) {\n        totalCount(upTo: $upTo)\n      }\n    }\n  }\n": types.UserCountDocument,
    "\n  query Viewer {\n    viewer {\n      name\n      role\n      canManageProjects\n      projects {\n        id\n        name\n        viewerRole\n      }\n    }\n  }\n": types.ViewerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessKeys($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      accessKeys {\n        id\n        name\n        role\n        environments {\n          id\n          name\n          type\n        }\n        createdAt\n        expiresAt\n        lastUsedAt\n        revokedAt\n        isOwn\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AccessKeysDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateAccessKey($input: CreateAccessKeyInput!) {\n    answer: createAccessKey(input: $input) {\n      saved: secret\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeAccessKey($input: RevokeAccessKeyInput!) {\n    revokeAccessKey(input: $input) {\n      accessKey {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RevokeAccessKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query BlockedSenders($projectId: ID!, $search: String, $first: Int, $after: String, $last: Int, $before: String) {\n    project(id: $projectId) {\n      id\n      blockedSenders(search: $search, first: $first, after: $after, last: $last, before: $before) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          note\n          blockedBy\n          createdAt\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockedSendersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation BlockSender($input: BlockSenderInput!) {\n    answer: blockSender(input: $input) {\n      saved: blockedSenders {\n        id\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').BlockSenderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnblockSender($input: UnblockSenderInput!) {\n    unblockSender(input: $input) {\n      deletedBlockedSenderId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UnblockSenderDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BulkRow on UserRowResult {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      code\n      message\n    }\n  }\n"): typeof import('./graphql.ts').BulkRowFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUsers($input: UpdateUsersInput!) {\n    answer: updateUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUsers($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        ...BulkRow\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserIds($projectId: ID!, $search: String, $filter: UserFilter, $after: String) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: { field: CREATED_AT, direction: ASC }\n        first: 100\n        after: $after\n      ) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          id\n          environments {\n            id\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserIdsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Environments($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EnvironmentChoices($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n"): typeof import('./graphql.ts').EnvironmentChoicesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateEnvironment($input: CreateEnvironmentInput!) {\n    answer: createEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateEnvironment($input: UpdateEnvironmentInput!) {\n    answer: updateEnvironment(input: $input) {\n      saved: environment {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteEnvironment($input: DeleteEnvironmentInput!) {\n    deleteEnvironment(input: $input) {\n      deletedEnvironmentId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteEnvironmentDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MyProjects {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n        userCount\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').MyProjectsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddUser($projectId: ID!, $environmentId: ID!) {\n  createUser(\n    input: {projectId: $projectId, phoneNumber: \"+1 555-123-4567\", email: \"ana@example.com\", firstName: \"Ana\", lastName: \"Lima\", environmentIds: [$environmentId]}\n  ) {\n    user {\n      id\n      fullName\n      phoneNumber(format: INTERNATIONAL)\n      creationSource\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n      conflictingUser {\n        id\n        fullName\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').AddUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query SearchUsers($projectId: ID!, $search: String!, $after: String) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      after: $after\n      search: $search\n      orderBy: {field: RELEVANCE, direction: DESC}\n    ) {\n      totalCount(upTo: 1001)\n      edges {\n        node {\n          id\n          fullName\n          email\n          phoneNumber(format: INTERNATIONAL)\n          environments {\n            name\n          }\n        }\n        matches {\n          field\n          segments {\n            text\n            matched\n          }\n        }\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').SearchUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation LimitAccess($userId: ID!, $environmentId: ID!, $inAMonth: DateTime!) {\n  updateUser(\n    input: {id: $userId, accessExpiries: [{environmentId: $environmentId, expiresAt: $inAMonth}]}\n  ) {\n    user {\n      id\n      fullName\n      access {\n        environment {\n          name\n        }\n        expiresAt\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').LimitAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query LastSeen($projectId: ID!, $inAMonth: DateTime!) {\n  project(id: $projectId) {\n    users(\n      first: 20\n      filter: {expiresBefore: $inAMonth}\n      orderBy: {field: LAST_SEEN_AT, direction: DESC}\n    ) {\n      nodes {\n        id\n        fullName\n        access {\n          environment {\n            name\n          }\n          lastSeenAt\n          lastChannel\n          expiresAt\n        }\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').LastSeenDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddMany($projectId: ID!, $environmentId: ID!) {\n  createUsers(\n    input: {projectId: $projectId, environmentIds: [$environmentId], ifExisting: ADD_ENVIRONMENTS, dryRun: true, rows: [{phoneNumber: \"+1 555-123-4567\", firstName: \"Ana\", lastName: \"Lima\"}, {phoneNumber: \"+44 7911 123456\", firstName: \"Grace\", lastName: \"Hopper\"}, {phoneNumber: \"12\", firstName: \"Too short\"}]}\n  ) {\n    counts {\n      created\n      updated\n      unchanged\n      refused\n    }\n    results {\n      index\n      outcome\n      userErrors {\n        field\n        message\n        code\n      }\n    }\n    userErrors {\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').AddManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation ChangeMany($projectId: ID!, $environmentId: ID!, $search: String!) {\n  updateUsers(\n    input: {projectId: $projectId, selection: {search: $search}, expectedCount: 1, addEnvironmentIds: [$environmentId], dryRun: true}\n  ) {\n    counts {\n      updated\n      unchanged\n      refused\n    }\n    results {\n      outcome\n      user {\n        id\n        fullName\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').ChangeManyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Merge($userId: ID!, $otherUserId: ID!) {\n  mergeUsers(input: {id: $userId, mergedId: $otherUserId}) {\n    user {\n      id\n      fullName\n      channelIdentities {\n        channel\n        externalId\n      }\n    }\n    deletedUserId\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').MergeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Explain($projectId: ID!, $sender: String!) {\n  explainAccess(projectId: $projectId, sender: $sender) {\n    decisions {\n      environment {\n        name\n      }\n      sender {\n        channel\n      }\n      decision {\n        allowed\n        reason\n        matchedBy\n        user {\n          id\n          fullName\n        }\n      }\n    }\n    recentAttempts\n    suggestion\n  }\n}"): typeof import('./graphql.ts').ExplainDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Requests($projectId: ID!) {\n  project(id: $projectId) {\n    accessRequests(first: 10) {\n      totalCount\n      nodes {\n        id\n        environment {\n          name\n        }\n        channel\n        firstName\n        lastName\n        phoneNumber(format: INTERNATIONAL)\n        externalId\n        reason\n        attempts\n        lastAttemptAt\n        candidates {\n          id\n          fullName\n        }\n      }\n    }\n    blockedSenders(first: 10) {\n      nodes {\n        id\n        phoneNumber(format: INTERNATIONAL)\n        channel\n        externalId\n        note\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').RequestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Approve($requestId: ID!) {\n  approveAccessRequest(input: {id: $requestId}) {\n    outcome\n    user {\n      id\n      fullName\n      environments {\n        name\n      }\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').ApproveDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Block($projectId: ID!) {\n  blockSender(\n    input: {projectId: $projectId, sender: {channel: TELEGRAM, externalId: \"700100199\"}, note: \"An example: nobody has this id\"}\n  ) {\n    blockedSenders {\n      id\n      channel\n      externalId\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').BlockDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Invite($userId: ID!) {\n  createInvitation(input: {userId: $userId}) {\n    invitation {\n      id\n      expiresAt\n      status\n    }\n    code\n    links {\n      telegram\n      whatsApp\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').InviteDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation AddGatewayKey($projectId: ID!) {\n  createAccessKey(\n    input: {projectId: $projectId, name: \"WhatsApp gateway\", role: GATEWAY}\n  ) {\n    accessKey {\n      id\n      name\n      role\n    }\n    secret\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').AddGatewayKeyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Nodes($projectId: ID!, $environmentId: ID!, $userId: ID!) {\n  nodes(ids: [$projectId, $environmentId, $userId]) {\n    __typename\n    id\n    ... on Environment {\n      name\n    }\n    ... on User {\n      fullName\n    }\n  }\n}"): typeof import('./graphql.ts').NodesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Myself {\n  viewer {\n    name\n    role\n    projects {\n      id\n      name\n      environments {\n        id\n        name\n        type\n        selfRegistration\n      }\n    }\n  }\n}"): typeof import('./graphql.ts').MyselfDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MayTheyTalk($environmentId: ID!) {\n  checkAccess(\n    environmentId: $environmentId\n    sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}\n  ) {\n    allowed\n    reason\n    matchedBy\n    shouldRegister\n    user {\n      id\n      fullName\n    }\n  }\n}"): typeof import('./graphql.ts').MayTheyTalkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Register($environmentId: ID!) {\n  selfRegisterUser(\n    input: {environmentId: $environmentId, sender: {channel: WHATSAPP, phoneNumber: \"15551234567\", externalId: \"US.13491208655302741918\"}, firstName: \"Ana\"}\n  ) {\n    outcome\n    decision {\n      allowed\n      reason\n    }\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').RegisterDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MayTheyAllTalk($environmentId: ID!) {\n  checkAccessBatch(\n    environmentId: $environmentId\n    senders: [{channel: WHATSAPP, phoneNumber: \"15551234567\"}, {channel: TELEGRAM, externalId: \"123456789\"}, {channel: SLACK, externalId: \"T0123:U0456\"}]\n  ) {\n    allowed\n    reason\n  }\n}"): typeof import('./graphql.ts').MayTheyAllTalkDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation NumberChanged($environmentId: ID!) {\n  replaceSender(\n    input: {environmentId: $environmentId, previous: {channel: WHATSAPP, phoneNumber: \"15551234567\"}, current: {channel: WHATSAPP, phoneNumber: \"15557654321\"}}\n  ) {\n    outcome\n    user {\n      id\n      phoneNumber\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').NumberChangedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Approved($environmentId: ID!, $after: String) {\n  decidedAccessRequests(environmentId: $environmentId, first: 20, after: $after) {\n    nodes {\n      channel\n      lastAttemptAt\n      user {\n        id\n        phoneNumber\n        channelIdentities {\n          channel\n          externalId\n        }\n      }\n    }\n    pageInfo {\n      endCursor\n      hasNextPage\n    }\n  }\n}"): typeof import('./graphql.ts').ApprovedDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation Redeem($environmentId: ID!) {\n  redeemInvitation(\n    input: {environmentId: $environmentId, sender: {channel: TELEGRAM, externalId: \"700100101\"}, code: \"um-AAAAAAAAAAAAAAAAAAAAAA\"}\n  ) {\n    outcome\n    user {\n      id\n      fullName\n    }\n    userErrors {\n      field\n      message\n      code\n    }\n  }\n}"): typeof import('./graphql.ts').RedeemDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment HistoryEvent on AuditEvent {\n    id\n    action\n    actorName\n    subjectId\n    changedFields\n    createdAt\n    user {\n      id\n      fullName\n    }\n  }\n"): typeof import('./graphql.ts').HistoryEventFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query History(\n    $projectId: ID!\n    $userId: ID\n    $actions: [AuditAction!]\n    $actorId: ID\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      auditEvents(\n        userId: $userId\n        actions: $actions\n        actorId: $actorId\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserHistory($id: ID!, $after: String) {\n    user(id: $id) {\n      id\n      auditEvents(first: 10, after: $after) {\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n        nodes {\n          ...HistoryEvent\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserHistoryDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HistoryNames($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        name\n      }\n      accessKeys {\n        id\n        name\n      }\n      members {\n        id\n        name\n      }\n    }\n  }\n"): typeof import('./graphql.ts').HistoryNamesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportUsers($input: CreateUsersInput!) {\n    answer: createUsers(input: $input) {\n      results {\n        index\n        outcome\n        duplicateOf\n        phoneNumber\n        user {\n          id\n          version\n        }\n        userErrors {\n          code\n          message\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ImportUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoImport($input: DeleteUsersInput!) {\n    answer: deleteUsers(input: $input) {\n      results {\n        outcome\n        user {\n          id\n          version\n          fullName\n        }\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UndoImportDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserInvitations($userId: ID!) {\n    user(id: $userId) {\n      id\n      invitations {\n        id\n        channel\n        status\n        createdAt\n        expiresAt\n        redeemedAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserInvitationsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateInvitation($input: CreateInvitationInput!) {\n    answer: createInvitation(input: $input) {\n      saved: invitation {\n        id\n        channel\n        expiresAt\n      }\n      code\n      links {\n        telegram\n        whatsApp\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RevokeInvitation($input: RevokeInvitationInput!) {\n    revokeInvitation(input: $input) {\n      invitation {\n        id\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RevokeInvitationDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Members($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      members {\n        id\n        subject\n        name\n        role\n        createdAt\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MembersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation AddMember($input: AddProjectMemberInput!) {\n    answer: addProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AddMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateMember($input: UpdateProjectMemberInput!) {\n    answer: updateProjectMember(input: $input) {\n      saved: projectMember {\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RemoveMember($input: RemoveProjectMemberInput!) {\n    removeProjectMember(input: $input) {\n      removedProjectMemberId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').RemoveMemberDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FindUsers($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          id\n          fullName\n          phoneNumber(format: INTERNATIONAL)\n          email\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FindUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FormError on UserError {\n    field\n    code\n    message\n  }\n"): typeof import('./graphql.ts').FormErrorFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectSettings($id: ID!) {\n    project(id: $id) {\n      id\n      telegramBot\n      whatsAppNumber\n      keepsDeniedAttempts\n    }\n  }\n"): typeof import('./graphql.ts').ProjectSettingsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateProject($input: UpdateProjectInput!) {\n    answer: updateProject(input: $input) {\n      saved: project {\n        id\n        name\n        telegramBot\n        whatsAppNumber\n        keepsDeniedAttempts\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectCounts($upTo: Int!) {\n    viewer {\n      projects {\n        id\n        users(first: 1) {\n          totalCount(upTo: $upTo)\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ProjectCountsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ProjectUserCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ProjectUserCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FirstSteps($projectId: ID!, $upTo: Int!) {\n    project(id: $projectId) {\n      id\n      users(first: 1) {\n        totalCount(upTo: $upTo)\n      }\n      environments {\n        type\n        selfRegistration\n      }\n      accessKeys {\n        role\n        isOwn\n        lastUsedAt\n        revokedAt\n      }\n      members {\n        id\n      }\n    }\n  }\n"): typeof import('./graphql.ts').FirstStepsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateProject($input: CreateProjectInput!) {\n    answer: createProject(input: $input) {\n      saved: project {\n        id\n        name\n      }\n      userErrors {\n        ...FormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteProject($input: DeleteProjectInput!) {\n    deleteProject(input: $input) {\n      deletedProjectId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AccessRequests(\n    $projectId: ID!\n    $status: AccessRequestStatus\n    $environmentIds: [ID!]\n    $search: String\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n  ) {\n    project(id: $projectId) {\n      id\n      accessRequests(\n        status: $status\n        environmentIds: $environmentIds\n        search: $search\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        nodes {\n          id\n          environment {\n            id\n            name\n            type\n          }\n          channel\n          phoneNumber(format: INTERNATIONAL)\n          externalId\n          email\n          firstName\n          lastName\n          reason\n          attempts\n          firstAttemptAt\n          lastAttemptAt\n          candidates {\n            ...KnownPerson\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').AccessRequestsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment KnownPerson on User {\n    id\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n  }\n"): typeof import('./graphql.ts').KnownPersonFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PendingCount($projectId: ID!) {\n    project(id: $projectId) {\n      id\n      environments {\n        id\n        pendingAccessRequestCount\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PendingCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query People($projectId: ID!, $search: String!) {\n    project(id: $projectId) {\n      id\n      users(search: $search, orderBy: { field: RELEVANCE, direction: DESC }, first: 5) {\n        nodes {\n          ...KnownPerson\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').PeopleDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ApproveAccessRequest($input: ApproveAccessRequestInput!) {\n    answer: approveAccessRequest(input: $input) {\n      outcome\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ApproveAccessRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissAccessRequest($input: DismissAccessRequestInput!) {\n    dismissAccessRequest(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DismissAccessRequestDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ParsedAs on ParsedSender {\n    channel\n    phoneNumber(format: INTERNATIONAL)\n    externalId\n    email\n  }\n"): typeof import('./graphql.ts').ParsedAsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ExplainAccess($projectId: ID!, $sender: String!) {\n    explainAccess(projectId: $projectId, sender: $sender) {\n      parsedAs {\n        ...ParsedAs\n      }\n      recentAttempts\n      suggestion\n      decisions {\n        environment {\n          id\n          name\n          type\n        }\n        sender {\n          ...ParsedAs\n        }\n        decision {\n          allowed\n          reason\n          matchedBy\n          selfRegistration\n          user {\n            id\n            fullName\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ExplainAccessDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation LinkAccount($input: LinkChannelIdentityInput!) {\n    answer: linkChannelIdentity(input: $input) {\n      saved: channelIdentity {\n        id\n        channel\n        externalId\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').LinkAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UnlinkAccount($input: UnlinkChannelIdentityInput!) {\n    unlinkChannelIdentity(input: $input) {\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UnlinkAccountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserToEdit on User {\n    id\n    version\n    fullName\n    phoneNumber(format: INTERNATIONAL)\n    email\n    firstName\n    middleName\n    lastName\n    environments {\n      id\n      name\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedBy\n    }\n  }\n"): typeof import('./graphql.ts').UserToEditFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserToEdit($id: ID!) {\n    user(id: $id) {\n      ...UserToEdit\n    }\n  }\n"): typeof import('./graphql.ts').UserToEditDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserDetails on User {\n    id\n    version\n    fullName\n    firstName\n    middleName\n    lastName\n    initials\n    creationSource\n    isBlocked\n    email\n    phoneNumber(format: INTERNATIONAL)\n    createdAt\n    updatedAt\n    lastSeenAt\n    environments {\n      id\n      name\n      type\n    }\n    access {\n      environment {\n        id\n        name\n        type\n      }\n      lastSeenAt\n      lastChannel\n      expiresAt\n    }\n    channelIdentities {\n      id\n      channel\n      externalId\n      linkedAt\n      linkedBy\n    }\n  }\n"): typeof import('./graphql.ts').UserDetailsFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserDetails($id: ID!) {\n    user(id: $id) {\n      project {\n        id\n      }\n      ...UserDetails\n    }\n  }\n"): typeof import('./graphql.ts').UserDetailsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment UserFormError on UserError {\n    ...FormError\n    conflictingUser {\n      ...UserToEdit\n    }\n  }\n"): typeof import('./graphql.ts').UserFormErrorFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUser($input: CreateUserInput!) {\n    answer: createUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').CreateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UpdateUser($input: UpdateUserInput!) {\n    answer: updateUser(input: $input) {\n      saved: user {\n        id\n        fullName\n      }\n      userErrors {\n        ...UserFormError\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UpdateUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteUser($input: DeleteUserInput!) {\n    deleteUser(input: $input) {\n      deletedUserId\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').DeleteUserDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation MergeUsers($input: MergeUsersInput!) {\n    mergeUsers(input: $input) {\n      user {\n        id\n        fullName\n      }\n      userErrors {\n        code\n        message\n      }\n    }\n  }\n"): typeof import('./graphql.ts').MergeUsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Users(\n    $projectId: ID!\n    $search: String\n    $filter: UserFilter\n    $orderBy: UserOrder\n    $first: Int\n    $after: String\n    $last: Int\n    $before: String\n    $withEnds: Boolean!\n  ) {\n    project(id: $projectId) {\n      id\n      users(\n        search: $search\n        filter: $filter\n        orderBy: $orderBy\n        first: $first\n        after: $after\n        last: $last\n        before: $before\n      ) {\n        totalCount(upTo: 1001)\n        pageInfo {\n          hasNextPage\n          hasPreviousPage\n          startCursor\n          endCursor\n        }\n        edges {\n          node {\n            id\n            fullName\n            firstName\n            middleName\n            lastName\n            initials\n            creationSource\n            isBlocked\n            email\n            phoneNumber(format: INTERNATIONAL)\n            channelIdentities {\n              id\n              channel\n              externalId\n            }\n            environments {\n              id\n              name\n              type\n            }\n            access @include(if: $withEnds) {\n              environment {\n                id\n                name\n              }\n              expiresAt\n            }\n            createdAt\n            lastSeenAt\n          }\n          matches {\n            field\n            segments(phoneNumberFormat: INTERNATIONAL) {\n              text\n              matched\n            }\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UsersDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query UserCount($projectId: ID!, $search: String, $filter: UserFilter, $upTo: Int) {\n    project(id: $projectId) {\n      id\n      users(search: $search, filter: $filter, first: 1) {\n        totalCount(upTo: $upTo)\n      }\n    }\n  }\n"): typeof import('./graphql.ts').UserCountDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      name\n      role\n      canManageProjects\n      projects {\n        id\n        name\n        viewerRole\n      }\n    }\n  }\n"): typeof import('./graphql.ts').ViewerDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

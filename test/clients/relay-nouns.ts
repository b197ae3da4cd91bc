import { graphql } from 'relay-runtime';

// Only compiled: Relay's compiler takes these directives where it finds its own rules kept.
graphql`
  fragment relayNouns_project on Project @refetchable(queryName: "relayNounsProjectQuery") @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
  ) {
    accessRequests(first: $count, after: $cursor, status: PENDING) @connection(key: "project_accessRequests") {
      edges { node { ...relayNouns_accessRequest } }
    }
  }
`;
graphql`
  fragment relayNouns_blocks on Project @refetchable(queryName: "relayNounsBlocksQuery") @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
  ) {
    blockedSenders(first: $count, after: $cursor) @connection(key: "project_blockedSenders") {
      edges { node { ...relayNouns_blockedSender } }
    }
  }
`;
graphql`
  fragment relayNouns_trail on Project @refetchable(queryName: "relayNounsTrailQuery") @argumentDefinitions(
    count: { type: "Int", defaultValue: 20 }
    cursor: { type: "String" }
  ) {
    auditEvents(last: $count, before: $cursor) @connection(key: "project_auditEvents") {
      edges { node { ...relayNouns_auditEvent } }
    }
  }
`;
graphql`fragment relayNouns_environment on Environment @refetchable(queryName: "relayNounsEnvironmentQuery") { name }`;
graphql`fragment relayNouns_accessKey on AccessKey @refetchable(queryName: "relayNounsAccessKeyQuery") { name }`;
graphql`fragment relayNouns_accessRequest on AccessRequest @refetchable(queryName: "relayNounsRequestQuery") { status }`;
graphql`fragment relayNouns_blockedSender on BlockedSender @refetchable(queryName: "relayNounsBlockQuery") { note }`;
graphql`fragment relayNouns_invitation on Invitation @refetchable(queryName: "relayNounsInvitationQuery") { status }`;
graphql`fragment relayNouns_auditEvent on AuditEvent @refetchable(queryName: "relayNounsEventQuery") { action }`;
graphql`fragment relayNouns_identity on ChannelIdentity @refetchable(queryName: "relayNounsIdentityQuery") { channel }`;
graphql`fragment relayNouns_member on ProjectMember @refetchable(queryName: "relayNounsMemberQuery") { role }`;

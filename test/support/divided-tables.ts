/** The tables that a cluster divides by project; all others are the same on every node. */
export const DIVIDED = [
  'users',
  'user_environments',
  'channel_identities',
  'idempotency_keys',
  'audit_events',
  'sightings',
  'seen_users',
  'access_requests',
  'blocked_senders',
  'invitations',
];

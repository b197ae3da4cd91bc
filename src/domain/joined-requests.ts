import type { OpenAccessRequest } from '../database/tables.ts';

/** One request of two that are one person's. If one of them was dismissed, the person was. */
export function joinRequests(kept: OpenAccessRequest, other: OpenAccessRequest): OpenAccessRequest {
  const [dismissed] = [kept, other].filter(({ status }) => status === 'DISMISSED');
  // An address goes with its key: one that was typed must not be taken for one that the channel confirmed.
  const { email, emailKey } =
    [kept, other].find((each) => each.emailKey !== null) ?? (kept.email === null ? other : kept);
  const firsts = [kept, other].flatMap(({ firstAttemptAt }) => firstAttemptAt?.getTime() ?? []);
  return {
    ...kept,
    phoneNumber: kept.phoneNumber ?? other.phoneNumber,
    phoneKey: kept.phoneKey ?? other.phoneKey,
    ...(kept.externalId === null && { channel: other.channel, externalId: other.externalId }),
    email,
    emailKey,
    firstName: kept.firstName ?? other.firstName,
    lastName: kept.lastName ?? other.lastName,
    isAsked: kept.isAsked || other.isAsked,
    attempts: kept.attempts + other.attempts,
    firstAttemptAt: firsts.length > 0 ? new Date(Math.min(...firsts)) : null,
    ...(dismissed && { status: dismissed.status, decidedAt: dismissed.decidedAt }),
  };
}

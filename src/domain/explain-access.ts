import { randomUUID } from 'node:crypto';
import type { Reader } from '../database/engine/connection.ts';
import { listEnvironmentsByProjects } from '../database/environments.ts';
import { listKnownNumbers, listKnownSlackIds } from '../database/expansions.ts';
import { listRequestsByKeys } from '../database/open-requests.ts';
import { listProjectsByIds } from '../database/projects.ts';
import type { AccessRequestRow, EnvironmentRow } from '../database/tables.ts';
import { type AccessDecision, checkAccessEverywhere } from './access.ts';
import { type DomainContext, requireRight } from './actor.ts';
import { CallerError } from './caller-error.ts';
import { identifierKey, identifiersOfSender } from './identifiers.ts';
import { type AccessSuggestion, suggest } from './suggest-access.ts';
import { trimInvisible } from './values/characters.ts';
import { emailKey, LONGEST_ADDRESS } from './values/email-address.ts';
import { phoneMatchKey } from './values/phone-number.ts';
import { MOST_EXPANSIONS, type Reading, readingsOf, soughtExpansions } from './values/readings.ts';
import { identityStart } from './values/search-text.ts';
import type { SenderInput } from './values/sender.ts';

export type AccessExplanation = {
  parsedAs: Reading[];
  decisions: { environment: EnvironmentRow; sender: Reading; decision: AccessDecision }[];
  recentAttempts: number;
  suggestion: AccessSuggestion | null;
};

/**
 * Tells who a text may be, and what a check of them answers in each environment of the project; null where there is no such project.
 * Throws BAD_USER_INPUT for a text that is blank or longer than 254 characters.
 */
export async function explainAccess(
  { actor, db, shortReads }: DomainContext & { shortReads: Reader },
  { projectId, sender }: { projectId: string; sender: string },
): Promise<AccessExplanation | null> {
  const scope = requireRight(actor, 'read');
  const text = requireText(sender);
  const [project] = await listProjectsByIds(shortReads, scope, [projectId]);
  if (!project) return null;

  const sought = soughtExpansions(text);
  const [environments, candidates] = await Promise.all([
    listEnvironmentsByProjects(shortReads, [projectId]),
    readText(db, projectId, text, sought),
  ]);
  const ids = environments.map(({ id }) => id);
  const [answers, noted] = await Promise.all([
    checkAccessEverywhere(db, { projectId, environmentIds: ids }, candidates.map(senderOf)),
    listNotedAttempts(db, projectId, ids, candidates),
  ]);
  const told = candidates.map((sender, index) => {
    const decisions = environments.flatMap((environment, place) => {
      const decision = answers[place]?.[index];
      return decision ? { environment, sender, decision } : [];
    });
    const attempts = noted.filter((request) => isFrom(sender, request));
    const isKnown = attempts.length > 0 || decisions.some(({ decision }) => decision.reason !== 'UNKNOWN_SENDER');
    return { sender, decisions, isKnown };
  });
  // By which somebody is known is likelier than what only looks alike.
  const readings = told
    .filter(({ sender, isKnown }) => isKnown || !sender.isDoubtful)
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown));
  return {
    parsedAs: readings.map(({ sender }) => sender),
    decisions: environments.flatMap((environment) =>
      readings.flatMap(({ decisions }) => decisions.filter((each) => each.environment === environment)),
    ),
    recentAttempts: noted.reduce((sum, { attempts }) => sum + attempts, 0),
    // A number as it is dialled at home, but nobody's here.
    suggestion: readings.length === 0 && sought.phoneKeys.length > 0 ? 'ADD_USER' : suggest(readings, noted),
  };
}

function requireText(sender: string): string {
  const text = trimInvisible(sender);
  if (text === '')
    throw new CallerError('BAD_USER_INPUT', 'sender is blank: give a phone number, an id or an e-mail address.');
  if ([...text].length <= LONGEST_ADDRESS) return text;
  throw new CallerError('BAD_USER_INPUT', `sender can be at most ${LONGEST_ADDRESS} characters long.`);
}

/** Every way to read the text, by what is known in the project where it is only part of a number or an id. */
async function readText(
  db: Reader,
  projectId: string,
  text: string,
  { phoneKeys, slackUser }: ReturnType<typeof soughtExpansions>,
): Promise<Reading[]> {
  const identity = slackUser === null ? undefined : identityStart(slackUser);
  const [phoneNumbers, slackIds] = await Promise.all([
    listKnownNumbers(db, projectId, phoneKeys, MOST_EXPANSIONS),
    slackUser && identity ? listKnownSlackIds(db, projectId, { slackUser, identity }, MOST_EXPANSIONS) : [],
  ]);
  return readingsOf(text, { phoneNumbers, slackIds });
}

/** The sender to check. Slack confirms an address only beside an id: one that nobody has, and nobody can guess. */
function senderOf({ channel, phoneNumber, externalId, email }: Reading): SenderInput {
  const unheardOf = () => `T0:U${randomUUID().replaceAll('-', '').slice(0, 30).toUpperCase()}`;
  return { channel, phoneNumber, externalId: email === null ? externalId : unheardOf(), email };
}

const RECENT_MS = 30 * 24 * 3600 * 1000;

/** What was noted of the senders in these environments in the last 30 days. */
async function listNotedAttempts(
  db: Reader,
  projectId: string,
  environmentIds: readonly string[],
  readings: readonly Reading[],
): Promise<AccessRequestRow[]> {
  const keys = readings.flatMap(identifiersOfSender).map(identifierKey);
  const emails = readings.flatMap(({ email }) => email ?? []);
  const requests = await listRequestsByKeys(db, projectId, keys, emails.map(emailKey));
  const since = Date.now() - RECENT_MS;
  return requests.filter(
    ({ environmentId, lastAttemptAt }) => environmentIds.includes(environmentId) && lastAttemptAt.getTime() > since,
  );
}

function isFrom({ channel, phoneNumber, externalId, email }: Reading, request: AccessRequestRow): boolean {
  if (phoneNumber !== null) {
    return request.phoneNumber !== null && phoneMatchKey(request.phoneNumber) === phoneMatchKey(phoneNumber);
  }
  if (email !== null) return request.emailKey === emailKey(email);
  return request.channel === channel && request.externalId === externalId;
}

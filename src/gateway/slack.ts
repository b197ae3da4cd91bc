import { at, formed, type Incoming, list, profileOf, profileOfFullName, readOr, senderOf, text } from './payload.ts';
import type { Profile } from './sender.ts';

/**
 * Who wrote to the app, in a direct message or by @mentioning it, from Slack's Events API: the whole request (Bolt's `body`) or its
 * `event`. Null for channels and groups where nobody mentioned the app, for bots, changes of messages, and whatever is no such event.
 *
 * `userInfo` is what `users.info` answered, whole or its `user`. It gives the names and, for a full member of the app's own team,
 * the e-mail address that Slack confirmed. Give the whole request then: only it tells the app's own team from another organisation's
 * that shares a channel. Never throws.
 */
export function senderOfSlack(event: unknown, userInfo?: unknown): Incoming | null {
  return readOr(null, () => {
    const isRequest = at(event, 'type') === 'event_callback';
    const inner = isRequest ? at(event, 'event') : event;
    if (!isSpokenToApp(inner)) return null;

    const userId = formed(at(inner, 'user'), /^(?!USLACK(?:BOT|USER|SECURITY)$)[UW][A-Z0-9]{1,30}$/);
    const answered = at(userInfo, 'user') ?? userInfo;
    const user = at(answered, 'id') === userId ? answered : undefined;
    const request = isRequest ? event : undefined;
    const teamId = teamOf(inner, request, user);
    if (!userId || !teamId || at(user, 'is_bot')) return null;

    const email = isFullMember(user, ownTeams(request, inner, teamId))
      ? addressIn(at(user, 'profile', 'email'))
      : undefined;
    const sender = senderOf('SLACK', { externalId: `${teamId}:${userId}`, email });
    if (!sender) return null;
    return {
      sender,
      profile: namesOf(user),
      text: text(at(inner, 'text')),
      ...(isMention(inner) && { isPublic: true }),
    };
  });
}

// Other subtypes are told by Slack or by bots, or change a message: they are nobody's words.
const SUBTYPES = new Set<unknown>([undefined, 'file_share', 'me_message', 'thread_broadcast']);

function isSpokenToApp(event: unknown): boolean {
  if (at(event, 'bot_id') || at(event, 'bot_profile') || !SUBTYPES.has(at(event, 'subtype'))) return false;
  const kind = at(event, 'channel_type') ?? (text(at(event, 'channel')).startsWith('D') ? 'im' : undefined);
  return isMention(event) || (at(event, 'type') === 'message' && kind === 'im');
}

/** Only channels and groups have mentions: in a direct message everything is said to the app. */
function isMention(event: unknown): boolean {
  return at(event, 'type') === 'app_mention';
}

/** The person's own team. Slack leaves it out of some events, of which those of shared channels may come from another team. */
function teamOf(event: unknown, request: unknown, user: unknown): string | undefined {
  const told = teamIn(at(event, 'team')) ?? teamIn(at(event, 'user_team')) ?? teamIn(at(user, 'team_id'));
  if (told || at(request, 'is_ext_shared_channel')) return told;
  return teamIn(at(authorization(request), 'team_id')) ?? teamIn(at(request, 'team_id'));
}

/**
 * The teams for which the app is installed. Beside `authorizations`, `team_id` may be that of a shared channel's owner. A bare event
 * does not name them: it is taken to be of the person's team, unless it names the teams of a shared channel.
 */
function ownTeams(request: unknown, event: unknown, teamId: string): unknown[] {
  if (!request) return at(event, 'user_team') || at(event, 'source_team') ? [] : [teamId];
  const installed = authorization(request) ?? (at(request, 'is_ext_shared_channel') ? undefined : request);
  const isForAll = at(installed, 'is_enterprise_install') === true;
  return [at(installed, 'team_id'), isForAll ? at(installed, 'enterprise_id') : undefined];
}

function authorization(request: unknown): unknown {
  return list(at(request, 'authorizations'))[0];
}

const NO_MEMBER = ['deleted', 'is_bot', 'is_restricted', 'is_ultra_restricted', 'is_stranger'];

function isFullMember(user: unknown, teams: unknown[]): boolean {
  const organisation = at(user, 'enterprise_user');
  const ofUser = [at(user, 'team_id'), at(organisation, 'enterprise_id'), ...list(at(organisation, 'teams'))];
  return (
    (at(user, 'is_email_confirmed') ?? true) === true &&
    !NO_MEMBER.some((flag) => at(user, flag)) &&
    ofUser.some((team) => teamIn(team) !== undefined && teams.includes(team))
  );
}

function teamIn(value: unknown): string | undefined {
  return formed(value, /^[TE][A-Z0-9]{1,30}$/);
}

const WORD = String.raw`[^\p{C}\p{Z}()<>\[\]:;@\\,".]+`;
const ADDRESS = new RegExp(
  String.raw`^(?=.{1,254}$)(?=[^@]{1,64}@)${WORD}(?:\.${WORD})*@(?:[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*\.)+[\p{L}\p{N}-]{2,63}$`,
  'u',
);

/** An address that the service could not read would spoil the whole sender. */
function addressIn(value: unknown): string | undefined {
  return formed(value, ADDRESS);
}

function namesOf(user: unknown): Profile {
  const names = profileOf(at(user, 'profile', 'first_name'), at(user, 'profile', 'last_name'));
  if (names.firstName || names.lastName) return names;
  return profileOfFullName(
    at(user, 'profile', 'real_name') || at(user, 'real_name') || at(user, 'profile', 'display_name'),
  );
}

// Histories and states in words: a line for each thing, a name for each id.
import type { Answer, Call, Check, Decision, Passing, Request, RowResult, State } from './words.ts';

export function callLine({ name, input }: Call | Check | Passing): string {
  return `${name} ${plain(input)}`;
}

export function answerLine({ errors, user, outcome, unlinked = [], rows = [] }: Answer): string {
  const others = [...unlinked.map((id) => `without ${id}`).sort(), ...rows.map(rowText)];
  return [...errors, outcome, user, ...others].filter(Boolean).join(' ') || 'done';
}

function rowText({ outcome, user = '-', twin, errors = [] }: RowResult): string {
  return `[${[outcome, user, ...(twin === undefined ? [] : [`as ${twin}`]), ...errors].join(' ')}]`;
}

export function stateLines({ environments, users, requests, blocks, invitations }: State): string[] {
  const places = Object.entries(environments).map(([id, mode]) => `${id} is ${mode}`);
  const people = users.map(({ id, version, creationSource, environments, ends, identities, ...profile }) => {
    const ids = identities.map(({ channel, externalId, linkedBy }) => `${channel} ${externalId} by ${linkedBy}`).sort();
    const fields = [profile.phoneNumber, profile.email, profile.firstName, profile.middleName, profile.lastName];
    const text = [`version ${version}`, creationSource, ...fields.map((field) => field ?? '-'), 'in', environments];
    const until = Object.entries(ends).map(([place, end]) => `, in ${place} until ${end}`);
    return `${id} ${text.join(' ')}${until.join('')}, ${ids.join(', ')}`;
  });
  const kept = blocks.map(({ identifier }) => `${identifier} is blocked`);
  const invited = invitations.map(
    ({ id, user, channel, status }) => `invitation ${id} of ${user} ${channel} ${status}`,
  );
  return [...places, ...people, ...requests.map(requestLine), ...kept, ...invited].sort();
}

/** What is seen of it, but for its id. */
export function requestLine({ environment, channel, status, attempts, reason, user, ...person }: Request): string {
  const { phoneNumber, externalId, email, firstName, lastName } = person;
  const told = [phoneNumber, externalId, email, firstName, lastName].map((field) => field ?? '-').join(' ');
  return `request to ${environment} ${channel} ${told} ${reason} ${attempts} times, ${status} ${user ?? ''}`;
}

export function decisionLine({ environmentId, sender }: Check['input'], decision?: Decision | null): string {
  if (!decision) return `${plain(sender)} in ${environmentId} -> nothing`;
  const { reason, user, matchedBy, selfRegistration, shouldRegister, allowed } = decision;
  const found = user ? ` ${user} by ${matchedBy}` : '';
  const allows = allowed === (reason === 'ALLOWED') ? '' : ` and allowed is ${allowed}`;
  const todo = shouldRegister ? ', should register' : '';
  return `${plain(sender)} in ${environmentId} -> ${reason}${allows}${found}, ${selfRegistration}${todo}`;
}

/** What one side says and the other does not; empty when they agree. */
export function difference(rules: string[], service: string[]): string {
  const [ruled, said] = [new Set(rules), new Set(service)];
  const lines = [
    ...first(rules.filter((line) => !said.has(line))).map((line) => `  rules:   ${line}`),
    ...first(service.filter((line) => !ruled.has(line))).map((line) => `  service: ${line}`),
  ];
  return lines.join('\n');
}

const ENOUGH = 12;
function first(lines: string[]): string[] {
  return lines.length > ENOUGH ? [...lines.slice(0, ENOUGH), `and ${lines.length - ENOUGH} more`] : lines;
}

/** The text with people and environments by name, in the order in which they are told of. */
export function named(text: string, { development, staging, production }: Record<string, unknown>): string {
  const names = new Map([
    [development, 'Development'],
    [staging, 'Staging'],
    [production, 'Production'],
  ]);
  const places = names.size;
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => {
    const name = names.get(id) ?? (/^[0-]{10}/.test(id) ? 'nobody' : `#${names.size - places + 1}`);
    names.set(id, name);
    return name;
  });
}

function plain(value: unknown): string {
  return (JSON.stringify(value) ?? '-').replace(/"/g, '').replace(/,/g, ', ').replace(/:/g, ': ');
}

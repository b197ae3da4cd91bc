/** What a gateway needs to know of its place. */
export type Place = { address: string; environmentId: string };

const CHECK = 'query ($environmentId: ID!, $sender: SenderInput!) {';
const CHECKED = 'checkAccess(environmentId: $environmentId, sender: $sender) { allowed reason shouldRegister } }';
const REGISTER = 'mutation ($input: SelfRegisterUserInput!) {';
const REGISTERED = 'selfRegisterUser(input: $input) { outcome decision { allowed reason } userErrors { message } } }';

/** Check, register, obey, from a shell. */
export function curlLines({ address, environmentId }: Place): string {
  return `KEY=umk_...   # the gateway's key

ask() { curl -s ${address}/graphql -H "authorization: Bearer $KEY" -H 'content-type: application/json' -d "$1"; }

# Check: may this sender talk?
ask '{ "query": "${CHECK} ${CHECKED}",
  "variables": { "environmentId": "${environmentId}",
    "sender": { "channel": "WHATSAPP", "phoneNumber": "15551234567" } } }'

# Register, if shouldRegister is true, and obey the decision that comes with it.
ask '{ "query": "${REGISTER} ${REGISTERED}",
  "variables": { "input": { "environmentId": "${environmentId}", "firstName": "Ana",
    "sender": { "channel": "WHATSAPP", "phoneNumber": "15551234567" } } } }'
`;
}

/** The same as a function of Node 20 or newer. */
export function javaScriptLines({ address, environmentId }: Place): string {
  return `const CHECK = \`${CHECK}
  ${CHECKED}\`;
const REGISTER = \`${REGISTER}
  ${REGISTERED}\`;
const environmentId = '${environmentId}';

/** Whether this sender may talk to the assistant. Ask for every message, with all that the channel tells of its sender. */
export async function mayTalk(sender, { firstName, lastName } = {}) {
  const { checkAccess } = await ask(CHECK, { environmentId, sender });
  if (!checkAccess.shouldRegister) return checkAccess.allowed;
  const { selfRegisterUser } = await ask(REGISTER, { input: { environmentId, sender, firstName, lastName } });
  return selfRegisterUser.decision?.allowed ?? false;
}

async function ask(query, variables) {
  const response = await fetch('${address}/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: \`Bearer \${process.env.KEY}\` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  // No answer is no yes: ask again later.
  if (!data) throw new Error(errors?.[0]?.message ?? response.statusText);
  return data;
}

console.log(await mayTalk({ channel: 'WHATSAPP', phoneNumber: '15551234567' }, { firstName: 'Ana' }));
`;
}

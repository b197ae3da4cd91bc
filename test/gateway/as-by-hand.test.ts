import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createGateway, type Gateway, type Profile, type Sender } from '../../src/gateway/gateway.ts';
import type { AccessDecision } from '../../src/graphql/generated/types.ts';
import { cases } from '../support/cases.ts';
import { CREATE_USER } from '../support/documents.ts';
import { createDoor, type Door } from '../support/door.ts';
import { errorCode, type Project } from '../support/service.ts';
import { useService } from '../support/use-service.ts';

// Two projects live through the same. In one of them senders are admitted by the client, in the other by hand.

// Attempts are written off the answer's path, at no moment that both share: here never.
const service = useService(undefined, { writeNotesEvery: 2 ** 31 - 1 });
const PLACES = ['development', 'staging', 'production'] as const;
type Place = (typeof PLACES)[number];
const MODES = { development: 'OPEN', staging: 'APPROVAL', production: 'CLOSED' } as const;

// On a busy machine nothing is to be asked twice, for registering would answer otherwise.
const PATIENT = { attemptMs: 30_000, totalMs: 60_000 };

type Side = { project: Project; door: Door };
let byClient: Side & { gateways: Record<Place, Gateway> };
let byHand: Side;

beforeAll(async () => {
  const [one, other] = [await open(), await open()];
  const key = await service.secretFor('GATEWAY', one.project.id);
  const at = (place: Place) => createGateway({ url: service.url, key, environmentId: one.project[place], ...PATIENT });
  const gateways = { development: at('development'), staging: at('staging'), production: at('production') };
  byClient = { ...one, gateways };
  byHand = other;
});

async function open(): Promise<Side> {
  const project = await service.project();
  const door = createDoor(project);
  for (const place of PLACES) await door.setMode(MODES[place], project[place]);
  return { project, door };
}

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined });
/** Mostly what is good. */
const of = <Value>(good: Value[], bad: Value[]) =>
  fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...good) }, { weight: 1, arbitrary: fc.constantFrom(...bad) });
const anyNumber = of(['15550000001', '+15550000002', '5215550000003', '+52 1 555 000 0003'], ['123', 'letters']);
const anyId = {
  WHATSAPP: of(['US.1', 'US.2', 'MX.3', '4@lid'], ['5@g.us', '15550000001@s.whatsapp.net']),
  TELEGRAM: of(['11', '12', '13'], ['-14', '777000', '@ana', '\0']),
  SLACK: of(['T1:U1', 'T1:U2', 'E1:W3'], ['T1:USLACKBOT', 'T1', '\ud83d']),
};
const anySender = fc.constantFrom('WHATSAPP' as const, 'TELEGRAM' as const, 'SLACK' as const).chain((channel) =>
  fc.record<Sender>({
    channel: fc.constant(channel),
    phoneNumber: optional(anyNumber),
    externalId: optional(anyId[channel]),
    email: channel === 'SLACK' ? optional(fc.constantFrom('ana@x.com', 'BEA@x.com', 'no address')) : fc.constant(null),
  }),
);
const anyProfile = optional(
  fc.record({ firstName: fc.constantFrom('Bea', ' ', 'x'.repeat(150)), lastName: optional(fc.constant('Sol')) }),
);
const anyPlace = fc.constantFrom(...PLACES);

type Step =
  | { kind: 'write'; sender: Sender; place: Place; profile?: Profile }
  | { kind: 'block'; sender: Sender }
  | { kind: 'invite'; phoneNumber: string; email?: string; place: Place };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      sender: anySender,
      place: anyPlace,
      profile: anyProfile,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('block' as const), sender: anySender }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('invite' as const),
      phoneNumber: fc.constantFrom('+15550000001', '+15550000002', '+525550000003'),
      email: optional(fc.constantFrom('ana@x.com', 'bea@x.com')),
      place: anyPlace,
    }),
  },
);

test('admit answers what checking, registering and obeying by hand do', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
      for (const step of steps) {
        if (step.kind !== 'write') {
          await Promise.all([byClient, byHand].map((side) => prepare(side, step)));
          continue;
        }
        const { user, ...answer } = await byClient.gateways[step.place].admit(step.sender, step.profile);
        const expected = await admitByHand(byHand, step);
        seen.add(`${answer.reason} ${answer.outcome}`);
        expect({ ...answer, name: user?.fullName, number: user?.phoneNumber }).toEqual(expected);
      }
    }),
    { ...cases(4, 47), endOnFailure: true },
  );
  // Of some eleven.
  expect(seen.size).toBeGreaterThan(5);
});

async function prepare({ project, door }: Side, step: Exclude<Step, { kind: 'write' }>) {
  if (step.kind === 'block') return door.block({ sender: step.sender });
  const { phoneNumber, email, place } = step;
  const input = {
    projectId: project.id,
    firstName: 'Ana',
    lastName: 'Lima',
    phoneNumber,
    email,
    environmentIds: [project[place]],
  };
  return project.member(CREATE_USER, { input });
}

const DECISION = 'allowed reason shouldRegister user { fullName phoneNumber }';
const CHECK = `query ($environmentId: ID!, $sender: SenderInput!) {
  checkAccess(environmentId: $environmentId, sender: $sender) { ${DECISION} } }`;
const REGISTER = `mutation ($input: SelfRegisterUserInput!) {
  selfRegisterUser(input: $input) { outcome decision { ${DECISION} } } }`;

async function admitByHand({ project }: Side, { sender, place, profile }: Extract<Step, { kind: 'write' }>) {
  const environmentId = project[place];
  const checked = await project.gateway(CHECK, { environmentId, sender });
  if (errorCode(checked) === 'BAD_USER_INPUT') return { allowed: false, reason: 'INVALID_SENDER', outcome: null };
  const { checkAccess } = checked.data;
  if (!checkAccess.shouldRegister) return told(checkAccess, null);
  const { data } = await project.gateway(REGISTER, { input: { environmentId, sender, ...profile } });
  const { decision, outcome } = data.selfRegisterUser;
  return told(decision ?? checkAccess, outcome ?? null);
}

function told({ allowed, reason, user }: AccessDecision, outcome: string | null) {
  return { allowed, reason, outcome, name: user?.fullName, number: user?.phoneNumber };
}

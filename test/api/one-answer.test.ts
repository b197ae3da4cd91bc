import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getNamedType, isObjectType } from 'graphql';
import { createSchema } from '../../src/graphql/schema.ts';
import { cases } from '../support/cases.ts';
import { type Asked, print } from '../support/print-plan.ts';
import { createDocuments } from '../support/random-documents.ts';
import { objectTypes } from '../support/schema-ways.ts';
import { makeWorld, type World } from '../support/small-world.ts';
import { createTwoSides } from '../support/two-sides.ts';

// Of each kind.
const PARAMETERS = cases(3, 7);
const PATIENCE_MS = 60_000 + 2000 * PARAMETERS.numRuns;

const schema = createSchema();
const TYPES = objectTypes(schema);
const FIELDS = Object.values(schema.getTypeMap())
  .filter((type) => isObjectType(type))
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({
      type: type.name,
      name: `${type.name}.${field.name}`,
      // Of many mutations few are asked for at once; what one answers is asked for by that one.
      near: type === schema.getMutationType() ? getNamedType(field.type).name : type.name,
    })),
  );

let world: World;
let sides: Awaited<ReturnType<typeof createTwoSides>>;
let documents: ReturnType<typeof createDocuments>;
let outcomes: string[] = [];

beforeAll(async () => {
  world = await makeWorld();
  sides = await createTwoSides(world);
  documents = createDocuments(schema, world.pools);
});
afterAll(() => sides.close());

async function expectOneAnswer(role: keyof World['keys'], asked: Asked): Promise<void> {
  outcomes.push(await sides.expectOneAnswer(world.keys[role], asked));
}

describe.each([
  ['an administrator', 'administrator', TYPES, 0.5],
  ['a viewer', 'viewer', ['Query', 'Project', 'User', 'UserEdge', 'AuditEvent', 'AccessKey'], 0.25],
  ['a gateway', 'gateway', ['Query', 'AccessDecision', 'SelfRegisterUserPayload', 'Viewer', 'Mutation', '__Type'], 0.1],
] as const)('a document is answered as graphql-js answers it, each time, to %s', (_name, role, types, share) => {
  beforeAll(() => {
    outcomes = [];
  });

  test.each(types)(
    'around %s',
    (type) =>
      fc.assert(
        fc.asyncProperty(documents.around(type).map(print), (asked) => expectOneAnswer(role, asked)),
        PARAMETERS,
      ),
    PATIENCE_MS,
  );

  test('and enough of them were good ones', () => {
    const executed = outcomes.filter((outcome) => outcome === 'executed');
    expect(executed.length / outcomes.length).toBeGreaterThan(share);
  });
});

// Of what gateways alone may do.
const OF_GATEWAYS = ['SelfRegisterUserPayload', 'ReplaceSenderPayload', 'RedeemInvitationPayload'];

test.each(['administrator', 'gateway'] as const)(
  'every field was asked for, at last by more documents: %s',
  async (role) => {
    const isFor = ({ type }: { type: string }) => OF_GATEWAYS.includes(type) === (role === 'gateway');
    const fields = FIELDS.filter(isFor);
    for (const { name, near } of fields) {
      const more = sides.resolved.has(name)
        ? []
        : fc.sample(documents.around(near).map(print), { ...PARAMETERS, numRuns: 100 });
      for (const asked of more) if (!sides.resolved.has(name)) await expectOneAnswer(role, asked);
    }
    expect(fields.filter(({ name }) => !sides.resolved.has(name))).toEqual([]);
  },
);

import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';
import { BLEMISHES, type Directive, type Plan, type Selection } from './print-plan.ts';
import { createValues, type Json, maybe, type Pools } from './random-values.ts';
import { fieldsOf, type Step, wayTo } from './schema-ways.ts';

// What an object of JavaScript has already, and what graphql itself says.
const ALIASES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'id', 'data', 'errors', 'a', 'b'];
const DEEP = 3;

/** Random documents over the whole schema, however it grows: fields, their arguments and types are taken from it. */
export function createDocuments(schema: GraphQLSchema, pools: Pools) {
  const [wild, calm] = [createValues(pools, true), createValues(pools, false)];
  const made = new Map<string, Arbitrary<Selection[]>>();

  const directives: Arbitrary<Directive[]> = fc
    .record({ include: fc.option(wild.condition, { freq: 1 }), skip: fc.option(wild.condition, { freq: 1 }) })
    .map((each) => Object.entries(each).flatMap(([name, value]) => (value === null ? [] : [{ name, value }])));
  const seldom = fc.oneof({ weight: 6, arbitrary: fc.constant<Directive[]>([]) }, { weight: 1, arbitrary: directives });

  /** Selections on a type that go so much deeper; on an interface as one of its types, for fields of two often contradict each other. */
  function selectionsOn(type: GraphQLNamedType, fuel: number): Arbitrary<Selection[]> {
    if (!isAbstractType(type)) return selectionsAs(type, type, fuel);
    return fc.oneof(...schema.getPossibleTypes(type).map((each) => selectionsAs(each, type, fuel)));
  }

  function selectionsAs(narrow: GraphQLNamedType, type: GraphQLNamedType, fuel: number): Arbitrary<Selection[]> {
    const key = `${narrow.name} ${type.name} ${fuel}`;
    const selections = made.get(key) ?? fc.array(someOn(type, fuel, narrow), { minLength: 1, maxLength: 5 }).map(flat);
    made.set(key, selections);
    return selections;
  }

  function someOn(type: GraphQLNamedType, fuel: number, narrow = type): Arbitrary<Selection[]> {
    const field = fc.oneof(
      ...fieldsOf(schema, type)
        .filter((each) => fuel > 0 || isLeafType(getNamedType(each.type)))
        .map((each) => ({ weight: each.name.startsWith('__') ? 1 : 8, arbitrary: fieldOf(type, each, fuel) })),
    );
    const one = field.map((each) => [each]);
    if (fuel === 0) return one;
    const below = selectionsAs(narrow, type, fuel - 1);
    const spread = fc.record({
      kind: fc.constant('spread' as const),
      on: fc.constant(type.name),
      slot: fc.nat(2),
      directives: seldom,
      selections: below,
    });
    const inlineOn = (on: Arbitrary<string | null>, selections: Arbitrary<Selection[]>) =>
      fc.record({ kind: fc.constant('inline' as const), on, directives: seldom, selections });
    const inline = fc.oneof(
      { weight: 2, arbitrary: inlineOn(fc.constantFrom(null, type.name), below) },
      ...interfacesOf(type).map((each) => ({
        weight: 1,
        arbitrary: inlineOn(fc.constant(each.name), selectionsAs(type, each, fuel - 1)),
      })),
    );
    const narrowed = inlineOn(fc.constant(narrow.name), selectionsOn(narrow, fuel - 1));
    // The same again, under another condition: what is shared must not be lost.
    const twice = fc
      .tuple(fc.oneof(field, spread), directives, directives, fc.option(field))
      .map(([each, first, second, between]) => [
        { ...each, directives: first },
        ...(between ? [between] : []),
        { ...each, directives: second },
      ]);
    return fc.oneof(
      { weight: 14, arbitrary: one },
      { weight: 3, arbitrary: spread.map((each) => [each]) },
      { weight: 2, arbitrary: inline.map((each) => [each]) },
      { weight: isAbstractType(type) ? 10 : 0, arbitrary: narrowed.map((each) => [each]) },
      { weight: 2, arbitrary: twice },
    );
  }

  function fieldOf(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, fuel: number) {
    const named = getNamedType(field.type);
    return fieldWith(type, field, isLeafType(named) ? fc.constant([]) : selectionsOn(named, fuel - 1));
  }

  function fieldWith(
    { name: parent }: GraphQLNamedType,
    { name, args }: GraphQLField<unknown, unknown>,
    selections: Arbitrary<Selection[]>,
    values = wild,
  ): Arbitrary<Selection> {
    const given = args.map((argument) => {
      const value = values.position(argument.type, { owner: `${parent}.${name}`, name: argument.name });
      return maybe(argument.name, value, isRequiredArgument(argument));
    });
    // One alias in the schema is too many of them.
    const alias = parent.startsWith('__') ? fc.constant(null) : fc.option(fc.constantFrom(...ALIASES), { freq: 1 });
    return fc.record({
      kind: fc.constant('field' as const),
      parent: fc.constant(parent),
      name: fc.constant(name),
      alias: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: alias }),
      values: fc.tuple(...given).map((each) => each.flat()),
      directives: seldom,
      selections,
    });
  }

  /** Selections on `type` that go down to the end of the path, with others around them, and there ask for much. */
  function along(type: GraphQLNamedType, path: Step[]): Arbitrary<Selection[]> {
    const [step, ...rest] = path;
    if (!step) return fc.tuple(muchOf(type), fc.array(someOn(type, DEEP), { maxLength: 3 }).map(flat)).map(flat);
    const next = along(step.target, rest);
    const way = fc.oneof(
      { weight: 3, arbitrary: fieldWith(step.parent, step.field, next, calm) },
      { weight: 1, arbitrary: fieldWith(step.parent, step.field, next, wild) },
    );
    const aside = fc.array(someOn(type, 1), { maxLength: 1 });
    return fc.tuple(aside, way).map(([others, selection]) => [...others.flat(), { ...selection, directives: [] }]);
  }

  /** Many of its fields, in any order; of a root a few. */
  function muchOf(type: GraphQLNamedType): Arbitrary<Selection[]> {
    const fields = fieldsOf(schema, type).filter(({ name }) => !name.startsWith('__'));
    const [fewest, most] = type === schema.getMutationType() ? [2, 4] : [5, 10];
    const bounds = { minLength: Math.min(fewest, fields.length), maxLength: Math.min(most, fields.length) };
    const all = fields.map((field) => fieldOf(type, field, 2));
    return fc
      .tuple(fc.shuffledSubarray([...fields.keys()], bounds), ...all)
      .map(([chosen, ...each]) => chosen.flatMap((index) => each[index] ?? []));
  }

  const extras: Arbitrary<[string, Json][]> = fc.array(
    fc.tuple(fc.constantFrom('extra', '__proto__', 'constructor', ''), fc.constantFrom<Json>(1, null, { a: [] }, 'x')),
    { maxLength: 2 },
  );

  return {
    /** Documents that ask for the type, and for what lies on the way. */
    around(target: string): Arbitrary<Plan> {
      const { root, path } = wayTo(schema, target);
      const operation = root === schema.getMutationType() ? 'mutation' : 'query';
      const query = schema.getQueryType();
      if (!query) throw new Error('No queries.');
      const others = fc.array(
        fc.record({ operation: fc.constant('query' as const), selections: selectionsOn(query, 2) }),
        { minLength: 0, maxLength: 2 },
      );
      return fc.record({
        main: fc.record({ operation: fc.constant(operation), selections: along(root, path) }),
        others: fc.oneof({ weight: 3, arbitrary: fc.constant<Plan['others']>([]) }, { weight: 1, arbitrary: others }),
        isNamed: fc.boolean(),
        chosen: fc.oneof(
          { weight: 12, arbitrary: fc.constant(0) },
          { weight: 1, arbitrary: fc.constantFrom(1, 9, null) },
        ),
        extras: fc.oneof({ weight: 3, arbitrary: fc.constant<Plan['extras']>([]) }, { weight: 1, arbitrary: extras }),
        blemish: fc.oneof(
          { weight: 12, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.nat(BLEMISHES.length - 1) },
        ),
      });
    },
  };
}

function interfacesOf(type: GraphQLNamedType): readonly GraphQLNamedType[] {
  return isObjectType(type) ? type.getInterfaces() : [];
}

function flat(each: Selection[][]): Selection[] {
  return each.flat();
}

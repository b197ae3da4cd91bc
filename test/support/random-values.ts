import fc, { type Arbitrary } from 'fast-check';
import {
  GraphQLBoolean,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLNonNull,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';

export type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** A value as a document writes it and as JSON has it; variables stand only in documents. */
export type Value =
  | { text: string; json: Json }
  | { items: Value[] }
  | { fields: [name: string, Value][] }
  | { variable: Variable };

/** Two uses of one type and slot are one variable. Null for what is left out. */
export type Variable = { type: string; slot: number; fallback: Value | null; given: Value | null };

/** What there is: ids by their noun, texts by the argument or field that takes them, with or without what it is a part of. */
export type Pools = { ids: Map<string, string[]>; texts: Map<string, string[]> };

/** Where a value goes: its own name, and what it is a part of (`UpdateUserInput`, `Query.project`). */
type Place = { owner: string; name: string };

/** Values of any type: such as a client would send, or, where `isWild`, now and then of another kind, odd or broken. */
export function createValues(pools: Pools, isWild: boolean) {
  type Inner = (type: GraphQLInputType, place: Place) => Arbitrary<Value>;

  /** The usual, and the other once in so many times. */
  function mostly<T>(times: number, usual: Arbitrary<T>, other: Arbitrary<T>): Arbitrary<T> {
    return isWild ? fc.oneof({ weight: times, arbitrary: usual }, { weight: 1, arbitrary: other }) : usual;
  }

  /** For a place in a document: a literal, a variable, or a literal with variables in it. */
  const position: Inner = (type, place) =>
    fc.oneof({ weight: 3, arbitrary: literal(type, place, position) }, { weight: 1, arbitrary: variable(type, place) });

  /** For a variable's value, or its default. */
  const constant: Inner = (type, place) => literal(type, place, constant);

  function variable(type: GraphQLInputType, place: Place): Arbitrary<Value> {
    const stricter = String(new GraphQLNonNull(getNullableType(type)));
    const looser = String(getNullableType(type));
    const declared = mostly(
      20,
      fc.constantFrom(String(type), stricter),
      fc.constantFrom(looser, looser, 'String', '[ID!]', 'UserFilter', 'Nothing'),
    );
    const value = constant(type, place);
    const parts = { type: declared, slot: fc.nat(7), fallback: fc.option(value, { freq: 2 }) };
    return fc.record({ ...parts, given: mostly(6, value, fc.constant(null)) }).map((made) => ({ variable: made }));
  }

  function literal(type: GraphQLInputType, place: Place, inner: Inner): Arbitrary<Value> {
    if (isNonNullType(type)) return mostly(200, present(type.ofType, place, inner), fc.constant(NULL));
    return fc.oneof(
      { weight: 12, arbitrary: present(type, place, inner) },
      { weight: 1, arbitrary: fc.constant(NULL) },
    );
  }

  function present(type: GraphQLInputType, { owner, name }: Place, inner: Inner): Arbitrary<Value> {
    if (isListType(type)) {
      const items = fc.array(inner(type.ofType, { owner, name }), { maxLength: 3 }).map((each) => ({ items: each }));
      // One thing is taken for a list of it.
      return mostly(8, items, literal(type.ofType, { owner, name }, inner));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).map((field) =>
        maybe(field.name, inner(field.type, { owner: type.name, name: field.name }), isRequiredInputField(field)),
      );
      return mostly(
        100,
        fc.tuple(...fields).map((each) => ({ fields: each.flat() })),
        fc.constantFrom(...ODD),
      );
    }
    return mostly(100, leaf(type, { owner, name }), fc.constantFrom(...ODD));
  }

  function leaf(type: GraphQLLeafType, { owner, name }: Place): Arbitrary<Value> {
    if (isEnumType(type)) {
      return fc.constantFrom(...type.getValues().map((value) => ({ text: value.name, json: value.name })));
    }
    if (type === GraphQLBoolean) return fc.constantFrom(TRUE, FALSE);
    if (type === GraphQLID) return idFor(owner, name).map(scalar);
    if (type === GraphQLInt) return mostly(4, fc.constantFrom(1, 2, 5), fc.constantFrom(...NUMBERS)).map(scalar);
    if (type.name === 'DateTime')
      return fc.constantFrom('2999-01-01T00:00:00Z', '2020-02-29T23:59:59.999Z').map(scalar);
    const own = pools.texts.get(`${owner}.${name}`) ?? pools.texts.get(name) ?? TEXTS;
    return mostly(12, fc.constantFrom(...own), fc.constantFrom(...TEXTS)).map(scalar);
  }

  function idFor(owner: string, name: string): Arbitrary<string> {
    const noun = (nounOf(name) ?? nounOf(owner))?.toLowerCase() ?? '';
    const all = [...pools.ids.values()].flat();
    const upper = all.slice(0, 2).map((id) => id.toUpperCase());
    const own = fc.constantFrom(...(pools.ids.get(noun) ?? all));
    return mostly(6, own, fc.oneof(fc.constantFrom(...all, ...upper), fc.uuid(), fc.constantFrom(...NO_IDS)));
  }

  /** What `@include` and `@skip` take. */
  const condition = position(new GraphQLNonNull(GraphQLBoolean), { owner: '', name: 'if' });
  return { position, condition };
}

/** An argument, or a field of an input: what is required is there. */
export function maybe(name: string, value: Arbitrary<Value>, isRequired: boolean): Arbitrary<[string, Value][]> {
  const given = value.map((each): [string, Value][] => [[name, each]]);
  return fc.oneof(
    { weight: isRequired ? 0 : 2, arbitrary: fc.constant<[string, Value][]>([]) },
    { weight: 1, arbitrary: given },
  );
}

const NULL: Value = { text: 'null', json: null };
const TRUE: Value = { text: 'true', json: true };
const FALSE: Value = { text: 'false', json: false };

// Of some type, and not of most.
const ODD: Value[] = [
  { text: '5', json: 5 },
  { text: '1.5', json: 1.5 },
  { text: '"x"', json: 'x' },
  { text: 'NOTHING', json: 'NOTHING' },
  TRUE,
  { text: '[]', json: [] },
  { text: '[[null]]', json: [[null]] },
  { text: '{}', json: {} },
  { text: '{nothing: "x"}', json: JSON.parse('{"__proto__": "x"}') },
  { text: '99999999999', json: 99_999_999_999 },
];

const NUMBERS = [20, 0, 101, -1, 2_147_483_647];
const NO_IDS = ['', 'x', '00000000-0000-0000-0000-00000000000g', "' or 1=1 --"];
const TEXTS = ['x', '', ' ', 'a\0b', '\ud800', '__proto__', 'x'.repeat(300), 'null', '🙂 "quoted" \\ \n'];

function scalar(value: string | number): Value {
  return { text: JSON.stringify(value), json: value };
}

/** `environmentIds` -> `environment`, `UpdateUserInput` -> `User`, `Query.project` -> `project`. */
function nounOf(name: string): string | undefined {
  const ids = /^(\w+?)Ids?$/.exec(name)?.[1];
  return ids ?? /^[A-Z]?[a-z]+([A-Z]\w*)Input$/.exec(name)?.[1] ?? /^\w+\.(\w+)$/.exec(name)?.[1];
}

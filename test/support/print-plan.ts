import type { Json, Value, Variable } from './random-values.ts';

export type Directive = { name: string; value: Value };

/** A spread brings its fragment along: the first of a type and slot is written down, the others share it. */
export type Selection =
  | {
      kind: 'field';
      parent: string;
      name: string;
      alias: string | null;
      values: [name: string, Value][];
      directives: Directive[];
      selections: Selection[];
    }
  | { kind: 'inline'; on: string | null; directives: Directive[]; selections: Selection[] }
  | { kind: 'spread'; on: string; slot: number; directives: Directive[]; selections: Selection[] };

type Operation = { operation: 'query' | 'mutation'; selections: Selection[] };

/** A document before its fragments, variables and aliases have names. */
export type Plan = {
  main: Operation;
  others: Operation[];
  isNamed: boolean;
  /** Which operation is asked for; null for none. */
  chosen: number | null;
  /** Variables that no operation knows. */
  extras: [name: string, Json][];
  blemish: number | null;
};

/** The variables as JSON text: an object would lose a `__proto__`. */
export type Asked = { query: string; operationName: string | null; variables: string };

/** What makes a document wrong. */
export const BLEMISHES: ((query: string) => string)[] = [
  (query) => query.slice(0, -1),
  (query) => query.replace('{', '{ nothing '),
  (query) => query.replace('{', '{ ...Nothing '),
  (query) => query.replace('{', '{ toString __proto__ { id } '),
  (query) => query.replace('{', '{ id: __typename id: __typename @skip(if: $nothing) '),
  (query) => query.replace('{', '{ __typename @nothing ... on Nothing { id } '),
  (query) => query.replace(/\(/, '(nothing: 1, '),
  (query) => `${query} fragment Unused on User { id }`,
  (query) => `${query} ${query}`,
  (query) => `${query} type Nothing { id: ID }`,
  (query) => query.replaceAll('} ', '\u0007 '),
];

/** Gives each thing its name, and writes the document down. */
export function print(plan: Plan): Asked {
  const fragments = new Map<string, Written>();
  const open = new Set<string>();
  const variables = new Map<string, Variable>();
  const contents = new Map<string, string>();

  /** The name under which this content may be asked for beside all others of its type. */
  function responseName(parent: string, wanted: string, content: string): string {
    const key = `${parent} ${wanted}`;
    const other = contents.get(key);
    if (other === undefined) contents.set(key, content);
    return other === undefined || other === content ? wanted : responseName(parent, `${wanted}_`, content);
  }

  function write(selection: Selection, used: Set<string>): string {
    const directives = selection.directives
      .map(({ name, value }) => `@${name}(if: ${writeValue(value, used)}) `)
      .join('');
    if (selection.kind === 'spread') return `...${fragmentOf(selection, used)} ${directives}`;
    if (selection.kind === 'inline') {
      const on = selection.on === null ? '' : `on ${selection.on} `;
      return `... ${on}${directives}{ ${writeAll(selection.selections, used)}}`;
    }
    const { parent, name, alias } = selection;
    const given = selection.values.map(([argument, value]) => `${argument}: ${writeValue(value, used)}`).join(', ');
    const content = given === '' ? name : `${name}(${given})`;
    const response = parent.startsWith('__') ? name : responseName(parent, alias ?? name, content);
    const below = selection.selections.length > 0 ? `{ ${writeAll(selection.selections, used)}}` : '';
    return `${response === name ? '' : `${response}: `}${content} ${directives}${below}`;
  }

  function writeAll(selections: Selection[], used: Set<string>): string {
    return selections.map((selection) => `${write(selection, used)} `).join('');
  }

  function fragmentOf(spread: Selection & { kind: 'spread' }, used: Set<string>): string {
    let name = `${spread.on}_${spread.slot}`;
    // In its own text it would never end.
    while (open.has(name)) name += '_';
    let written = fragments.get(name);
    if (!written) {
      open.add(name);
      const inside = new Set<string>();
      const text = writeAll(spread.selections, inside);
      open.delete(name);
      written = { text: `fragment ${name} on ${spread.on} { ${text}}`, used: inside };
      fragments.set(name, written);
    }
    for (const variable of written.used) used.add(variable);
    return name;
  }

  function writeValue(value: Value, used: Set<string>): string {
    if ('text' in value) return value.text;
    if ('items' in value) return `[${value.items.map((item) => writeValue(item, used)).join(', ')}]`;
    if ('fields' in value) {
      return `{${value.fields.map(([name, each]) => `${name}: ${writeValue(each, used)}`).join(', ')}}`;
    }
    const { type, slot } = value.variable;
    const name = `${type.replace(/\W/g, (sign) => (sign === '!' ? 'X' : '_'))}_${slot}`;
    if (!variables.has(name)) variables.set(name, value.variable);
    used.add(name);
    return `$${name}`;
  }

  const operations = [plan.main, ...plan.others];
  const isNamed = plan.isNamed || operations.length > 1;
  const texts = operations.map(({ operation, selections }, index) => {
    const used = new Set<string>();
    const text = writeAll(selections, used);
    const defined = [...used].map((name) => {
      const { type, fallback } = variables.get(name) ?? fail(name);
      return `$${name}: ${type}${fallback === null ? '' : ` = ${writeValue(fallback, used)}`}`;
    });
    return `${operation} ${isNamed ? `Op${index}` : ''}${defined.length > 0 ? `(${defined.join(', ')})` : ''} { ${text}}`;
  });
  const query = [...texts, ...[...fragments.values()].map(({ text }) => text)].join(' ');
  const given = [...variables].flatMap(([name, { given: value }]) => (value === null ? [] : [[name, toJson(value)]]));
  const members = [...given, ...plan.extras].map(([name, json]) => `${JSON.stringify(name)}:${JSON.stringify(json)}`);
  return {
    query: plan.blemish === null ? query : (BLEMISHES[plan.blemish]?.(query) ?? query),
    operationName: isNamed && plan.chosen !== null ? `Op${plan.chosen}` : null,
    variables: `{${members.join(',')}}`,
  };
}

type Written = { text: string; used: Set<string> };

function toJson(value: Value): Json {
  if ('text' in value) return value.json;
  if ('items' in value) return value.items.map(toJson);
  if ('fields' in value) return Object.fromEntries(value.fields.map(([name, each]) => [name, toJson(each)]));
  throw new Error('No variable stands in JSON.');
}

function fail(name: string): never {
  throw new Error(`No variable ${name}.`);
}

import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Reader } from './connection.ts';

class Parameter {
  readonly name: PropertyKey;
  constructor(name: PropertyKey) {
    this.name = name;
  }
}

type ParameterOf<Values> = <Name extends keyof Values>(name: Name) => RawBuilder<Values[Name]>;

/**
 * A statement that is built and compiled at its first use; later calls only fill in the values. Building the statements of a page
 * of users anew would take a sixth of what the page costs this process (`npm run bench -- --only B`). For what every check, page
 * and new user asks; elsewhere use plain Kysely.
 */
export function compileOnce<Values extends object, Row>(
  build: (db: Reader, parameter: ParameterOf<Values>) => CompiledQuery<Row>,
): (db: Reader, values: Values) => Promise<Row[]> {
  let compiled: Compiled | undefined;
  return async (db, values) => {
    compiled ??= shareParameters(build(db, (name) => sql`${new Parameter(name)}`));
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Parameter ? Reflect.get(values, parameter.name) : parameter,
    );
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, parameters));
    return rows;
  };
}

type Compiled = { sql: string; parameters: readonly unknown[] };

/** Sends each value once, however often the statement names it: the project is named for every table. */
function shareParameters({ sql, parameters }: Compiled): Compiled {
  const sent: unknown[] = [];
  const places = parameters.map((parameter) => {
    const known = sent.findIndex((each) => isSame(each, parameter));
    return known < 0 ? sent.push(parameter) : known + 1;
  });
  return { sql: sql.replace(/\$(\d+)/g, (_, number) => `$${places[number - 1]}`), parameters: sent };
}

function isSame(one: unknown, other: unknown): boolean {
  return one instanceof Parameter && other instanceof Parameter && one.name === other.name;
}

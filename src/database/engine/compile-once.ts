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
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build(db, (name) => sql`${new Parameter(name)}`);
    const parameters = compiled.parameters.map((parameter) =>
      parameter instanceof Parameter ? Reflect.get(values, parameter.name) : parameter,
    );
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(compiled.sql, parameters));
    return rows;
  };
}

import type { GraphQLLeafType } from 'graphql';
import type { SelectedField } from './selections.ts';

/** The fields of one object of an answer ("resultMap" in the specification). */
export type ResultMap = Record<string, unknown>;

// A plain object costs less than one without a prototype, but would lose a field called __proto__.
export function createResultMap(fields: readonly SelectedField[]): ResultMap {
  return fields.some(({ key }) => key === '__proto__') ? Object.create(null) : {};
}

export function describe({ parentType, definition }: SelectedField): string {
  return `${parentType.name}.${definition.name}`;
}

export function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized = type.serialize(value);
  if (serialized === null || serialized === undefined)
    throw new Error(`A value of type ${type.name} cannot be serialized.`);
  return serialized;
}

export function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

import { getArgumentValues } from 'graphql';
import type { SelectedField } from './selections.ts';
import type { Variables } from './variables.ts';

/** What a resolver gets of a field's arguments. Where none is given, all objects of a list have the same: the defaults. */
export function readArguments(field: SelectedField, variables: Variables): Readonly<Record<string, unknown>> {
  const { definition, nodes } = field;
  if (nodes[0].arguments?.length) return getArgumentValues(definition, nodes[0], variables);
  field.defaults ??= Object.freeze(getArgumentValues(definition, nodes[0]));
  return field.defaults;
}

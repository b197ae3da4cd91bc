import { type ArgumentNode, type DocumentNode, type FieldNode, Kind, valueFromASTUntyped, visit } from 'graphql';
import { MOST_CHOSEN } from '../../domain/chosen-users.ts';

// What the arguments of a field tell about how much it answers.

export type Variables = Record<string, unknown>;

const SIZES = ['first', 'last', 'senders', 'ids', 'input'];

/** The variables on which the sizes of a document depend. */
export function sizeVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument(node) {
      if (!SIZES.includes(node.name.value)) return;
      visit(node, { Variable: ({ name }) => void names.add(name.value) });
    },
  });
  return [...names];
}

export function argument(node: FieldNode, name: string): ArgumentNode | undefined {
  return node.arguments?.find((candidate) => candidate.name.value === name);
}

/** A number is returned as it is, a list as its length; undefined for anything else. */
export function numberIn(node: ArgumentNode | undefined, variables: Variables): number | undefined {
  if (node?.value.kind === Kind.INT) return Number(node.value.value);
  if (node?.value.kind === Kind.LIST) return node.value.values.length;
  return node?.value.kind === Kind.VARIABLE ? lengthOf(variables[node.value.name.value]) : undefined;
}

/** How many rows or users an input names. More than a request may have are refused later, by its verb. */
export function numberOfRows(node: ArgumentNode | undefined, variables: Variables): number {
  const input: unknown = node && valueFromASTUntyped(node.value, variables);
  return Math.min(rowsIn(input) ?? 0, MOST_CHOSEN);
}

/** The size of a variable's value; undefined when it has none that counts. */
export function sizeOf(value: unknown): number | undefined {
  return lengthOf(value) ?? rowsIn(value);
}

function lengthOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined;
}

function rowsIn(input: unknown): number | undefined {
  const { rows, ids, expectedCount } = Object(input);
  const sizes = [rows, ids, expectedCount].map(lengthOf).filter((size) => size !== undefined && size > 0);
  return sizes.length > 0 ? Math.max(...sizes.map(Number)) : undefined;
}

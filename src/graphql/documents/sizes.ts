import { type DocumentNode, type FieldNode, valueFromASTUntyped, visit } from 'graphql';
import { MOST_CHOSEN } from '../../domain/chosen-users.ts';

// What the arguments of a field tell about how much it answers. Values are weighed before they are coerced: a caller may give anything in
// the place of a number or a list. Whatever it is, its size is whole, not negative and at most MOST.

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

export function hasArgument(node: FieldNode, name: string): boolean {
  return node.arguments?.some((candidate) => candidate.name.value === name) ?? false;
}

/** The value of an argument, not coerced yet; undefined without one. */
export function argument(node: FieldNode, name: string, variables: Variables): unknown {
  const value = node.arguments?.find((candidate) => candidate.name.value === name)?.value;
  return value && valueFromASTUntyped(value, variables);
}

// More are refused later, by the resolver or the verb.
const MOST = MOST_CHOSEN;

/** A whole number; undefined for anything else, which will be refused. */
export function numberOf(value: unknown): number | undefined {
  return Number.isInteger(value) && Number(value) >= 0 ? Math.min(Number(value), MOST) : undefined;
}

/** The length of a list; a single value stands for a list of one. */
export function lengthOf(value: unknown): number {
  if (value === undefined || value === null) return 0;
  return Array.isArray(value) ? Math.min(value.length, MOST) : 1;
}

/** How many rows or users an input names. */
export function rowsOf(input: unknown): number {
  const { rows, ids, expectedCount } = Object(input);
  return Math.max(lengthOf(rows), lengthOf(ids), numberOf(expectedCount) ?? 0);
}

/** All that the functions above tell of values, wherever they stand in an argument: two with the same text weigh the same. */
export function sizesOf(values: readonly unknown[]): string {
  return values.map((value) => [numberOf(value), lengthOf(value), rowsOf(value)].join(' ')).join();
}

import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { LARGEST_BATCH } from '../../domain/access.ts';
import { DEFAULT_PAGE, LONGEST_PAGE } from '../paging/page-size.ts';
import { fragmentsOf, isIntrospection, tooComplex } from './limits.ts';
import { BOUNDS, EXTRA, INTROSPECTION, MUTATION, SEARCH, USUAL } from './weights.ts';

/** In objects of the answer. */
const MAXIMUM_COST = 10_000;

type Variables = Record<string, unknown>;

const MOST_REMEMBERED = 100;

export type Scale = (variables: Variables) => number;

/**
 * Returns a function that tells how many objects the answer to an operation may contain: a page counts `first` or `last` (20
 * unless given), a batch its senders, any other list its maximum. The document must be valid. The function throws
 * QUERY_TOO_COMPLEX above the budget, and remembers the result for the same sizes.
 */
export function createScale(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Scale {
  const names = sizeVariables(document);
  const defaults = defaultsOf(operation);
  const known = new Map<string, number>();
  return (variables) => {
    const given = { ...defaults, ...variables };
    const sizes = names.map((name) => sizeOf(given[name])).join(' ');
    const cost = known.get(sizes) ?? weigh(schema, document, operation, given);
    if (known.size < MOST_REMEMBERED) known.set(sizes, cost);
    if (cost > MAXIMUM_COST) throw tooComplex(`ask for at most ${MAXIMUM_COST} objects`);
    return cost;
  };
}

/** The cost of a selection: a part that is paid once, and a part for each row of the page around it. */
type Weight = { once: number; perRow: number };

/** Each fragment is weighed once, however often and around whichever page it is spread: the work grows with the document only. */
function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Weight>();

  function weighSelections({ selections }: SelectionSetNode, type: GraphQLNamedType): Weight {
    const weights = selections.map((selection) => {
      if (selection.kind === Kind.FIELD) return weighField(selection, type);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return weighFragment(selection.name.value);
      const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
      return weighSelections(selection.selectionSet, on ?? type);
    });
    return {
      once: weights.reduce((sum, { once }) => sum + once, 0),
      perRow: weights.reduce((sum, { perRow }) => sum + perRow, 0),
    };
  }

  function weighFragment(name: string): Weight {
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) return NOTHING;
    const weight = known.get(name) ?? weighSelections(fragment.selectionSet, type);
    known.set(name, weight);
    return weight;
  }

  function weighField(node: FieldNode, parent: GraphQLNamedType): Weight {
    if (isIntrospection(node.name.value)) return { once: INTROSPECTION, perRow: 0 };
    const field = findField(parent, node.name.value);
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    const extra = extraCost(node, parent);
    if (!isCompositeType(type)) return { once: extra, perRow: 0 };
    const below = node.selectionSet ? weighSelections(node.selectionSet, type) : NOTHING;
    const each = 1 + below.once + pageSize(node, field, variables) * below.perRow;
    if (!isListType(getNullableType(field.type))) return { once: extra + each, perRow: 0 };
    // The `edges` and `nodes` of a page are as long as its field was asked for.
    if (isConnection(parent)) return { once: extra, perRow: each };
    return { once: extra + listSize(node, parent, variables) * each, perRow: 0 };
  }

  const root = schema.getRootType(operation.operation);
  return root ? weighSelections(operation.selectionSet, root).once : 0;
}
const NOTHING: Weight = { once: 0, perRow: 0 };

function findField(type: GraphQLNamedType, name: string) {
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function isConnection(type: GraphQLNamedType): boolean {
  return findField(type, 'pageInfo') !== undefined;
}

function extraCost(node: FieldNode, parent: GraphQLNamedType): number {
  const own = EXTRA.get(`${parent.name}.${node.name.value}`) ?? 0;
  const search = argument(node, 'search') ? SEARCH : 0;
  return own + search + (parent.name === 'Mutation' ? MUTATION : 0);
}

// How many `edges` or `nodes` a page will have; 0 for a field that is not a page.
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  if (!field.args.some(({ name }) => name === 'first')) return 0;
  const given = ['first', 'last'].map((name) => numberIn(argument(node, name), variables));
  const size = given.find((value) => typeof value === 'number' && value >= 1) ?? DEFAULT_PAGE;
  // A longer page is refused later, by its resolver, as is a larger batch.
  return Math.min(size, LONGEST_PAGE);
}

function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const defaults = variableDefinitions.map(({ variable, defaultValue }) => [
    variable.name.value,
    defaultValue && valueFromASTUntyped(defaultValue),
  ]);
  return Object.fromEntries(defaults);
}

const SIZES = ['first', 'last', 'senders'];

function sizeVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Argument({ name, value }) {
      if (SIZES.includes(name.value) && value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

function listSize(node: FieldNode, parent: GraphQLNamedType, variables: Variables): number {
  const senders = numberIn(argument(node, 'senders'), variables);
  if (typeof senders === 'number') return Math.min(senders, LARGEST_BATCH);
  return BOUNDS.get(`${parent.name}.${node.name.value}`) ?? USUAL;
}

function argument(node: FieldNode, name: string): ArgumentNode | undefined {
  return node.arguments?.find((candidate) => candidate.name.value === name);
}

/** A number is returned as it is, a list as its length; undefined for anything else. */
function numberIn(node: ArgumentNode | undefined, variables: Variables): number | undefined {
  if (node?.value.kind === Kind.INT) return Number(node.value.value);
  if (node?.value.kind === Kind.LIST) return node.value.values.length;
  return node?.value.kind === Kind.VARIABLE ? sizeOf(variables[node.value.name.value]) : undefined;
}

function sizeOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined;
}

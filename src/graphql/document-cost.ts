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
import { fragmentsOf, isIntrospection, tooComplex } from './document-limits.ts';

const MAXIMUM_COST = 10_000;
const PAGE = 20;
const LIST = 5;
// Longer ones are refused by what answers them, each with its own words.
const LONGEST = 100;
// What is dear beside the objects it answers: a transaction, a count of everything, a search.
const EXTRA = new Map([
  ['UserConnection.totalCount', 50],
  ['Environment.userCount', 20],
]);
const SEARCH = 20;
const MUTATION = 10;
const INTROSPECTION = 1000;

type Variables = Record<string, unknown>;

const MOST_REMEMBERED = 100;

export type Scale = (variables: Variables) => number;

/** As `weigh`, for a document that comes again: the same sizes are weighed once. */
export function createScale(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Scale {
  const names = sizeVariables(document);
  const defaults = defaultsOf(operation);
  const known = new Map<string, number>();
  return (variables) => {
    const given = { ...defaults, ...variables };
    const sizes = names.map((name) => sizeOf(given[name])).join(' ');
    const cost = known.get(sizes) ?? weigh(schema, document, operation, variables);
    if (known.size < MOST_REMEMBERED) known.set(sizes, cost);
    return cost;
  };
}

/**
 * How many objects the answer may hold: a page counts `first` or `last` (20 unless given), a batch its senders, any
 * other list 5. The document is valid here; each fragment is weighed once. Throws QUERY_TOO_COMPLEX above the budget.
 */
function weigh(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
): number {
  const variables = { ...defaultsOf(operation), ...given };
  const fragments = fragmentsOf(document);
  const known = new Map<string, number>();

  function weighSelections({ selections }: SelectionSetNode, type: GraphQLNamedType, page: number | null): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) cost += weighField(selection, type, page);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition ? schema.getType(selection.typeCondition.name.value) : type;
        cost += weighSelections(selection.selectionSet, on ?? type, page);
      } else cost += weighFragment(selection.name.value, page);
    }
    return cost;
  }

  function weighFragment(name: string, page: number | null): number {
    const key = `${name} ${page}`;
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) return 0;
    const cost = known.get(key) ?? weighSelections(fragment.selectionSet, type, page);
    known.set(key, cost);
    return cost;
  }

  function weighField(node: FieldNode, parent: GraphQLNamedType, page: number | null): number {
    if (isIntrospection(node.name.value)) return INTROSPECTION;
    const field = findField(parent, node.name.value);
    if (!field) return 0;
    const type = getNamedType(field.type);
    const extra = extraCost(node, parent);
    if (!isCompositeType(type)) return extra;
    const size = isListType(getNullableType(field.type)) ? listSize(node, page, variables) : 1;
    const below = node.selectionSet ? weighSelections(node.selectionSet, type, pageSize(node, field, variables)) : 0;
    return extra + size * (1 + below);
  }

  const root = schema.getRootType(operation.operation);
  const cost = root ? weighSelections(operation.selectionSet, root, null) : 0;
  if (cost > MAXIMUM_COST) throw tooComplex(`ask for at most ${MAXIMUM_COST} objects`);
  return cost;
}

function findField(type: GraphQLNamedType, name: string) {
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function extraCost(node: FieldNode, parent: GraphQLNamedType): number {
  const own = EXTRA.get(`${parent.name}.${node.name.value}`) ?? 0;
  const search = argument(node, 'search') ? SEARCH : 0;
  return own + search + (parent.name === 'Mutation' ? MUTATION : 0);
}

// What its `edges` and `nodes` will hold; null when the field is no page.
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number | null {
  if (!field.args.some(({ name }) => name === 'first')) return null;
  const given = ['first', 'last'].map((name) => numberIn(argument(node, name), variables));
  const size = given.find((value) => typeof value === 'number' && value >= 1) ?? PAGE;
  return Math.min(size, LONGEST);
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

function listSize(node: FieldNode, page: number | null, variables: Variables): number {
  if (page !== null) return page;
  const senders = numberIn(argument(node, 'senders'), variables);
  return typeof senders === 'number' ? Math.min(senders, LONGEST) : LIST;
}

function argument(node: FieldNode, name: string): ArgumentNode | undefined {
  return node.arguments?.find((candidate) => candidate.name.value === name);
}

/** A number as it is, a list by its length. */
function numberIn(node: ArgumentNode | undefined, variables: Variables): number | undefined {
  if (node?.value.kind === Kind.INT) return Number(node.value.value);
  if (node?.value.kind === Kind.LIST) return node.value.values.length;
  return node?.value.kind === Kind.VARIABLE ? sizeOf(variables[node.value.name.value]) : undefined;
}

function sizeOf(value: unknown): number | undefined {
  return Array.isArray(value) ? value.length : typeof value === 'number' ? value : undefined;
}

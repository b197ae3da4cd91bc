import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql';
import { LARGEST_BATCH } from '../../domain/access.ts';
import { fragmentsOf } from '../fragments.ts';
import { DEFAULT_PAGE, LONGEST_PAGE } from '../paging/page-size.ts';
import { isIntrospection, tooComplex } from './limits.ts';
import { argument, hasArgument, lengthOf, numberOf, rowsOf, sizesOf, sizeVariables, type Variables } from './sizes.ts';
import { BOUNDS, EXTRA, INTROSPECTION, MUTATION, SEARCH, USUAL } from './weights.ts';

/** In objects of the answer. */
const MAXIMUM_COST = 10_000;

// Of one operation. One with many sizes is weighed each time: what is remembered must stay small beside the document.
const MOST_REMEMBERED = 20;
const MOST_SIZES = 5;

export type Scale = (variables: Variables) => number;

/**
 * Returns a function that tells how many objects the answer to an operation may contain: a page counts `first` or `last` (20
 * unless given), a batch its senders or ids, any other list its maximum. The document must be valid. The function throws
 * QUERY_TOO_COMPLEX above the budget, and remembers the result for the same sizes.
 */
export function createScale(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Scale {
  const names = sizeVariables(document);
  const defaults = defaultsOf(operation);
  const known = new Map<string, number>();
  return (variables) => {
    const given = { ...defaults, ...variables };
    const sizes = sizesOf(names.map((name) => given[name]));
    const cost = known.get(sizes) ?? weigh(schema, document, operation, given);
    if (names.length <= MOST_SIZES && known.size < MOST_REMEMBERED) known.set(sizes, cost);
    if (cost > MAXIMUM_COST) throw tooComplex(`ask for at most ${MAXIMUM_COST} objects`);
    return cost;
  };
}

/** The cost of a selection: a part that is paid once, and a part for each row of the page around it. */
type Weight = { once: number; perRow: number };

/** The weight of a selection, and the type of the objects for which it is answered. */
type Weighed = Weight & { on: GraphQLNamedType };

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
    const weights = selections.map((selection): Weighed => {
      if (selection.kind === Kind.FIELD) return { on: type, ...weighField(selection, type) };
      if (selection.kind === Kind.FRAGMENT_SPREAD) return weighFragment(selection.name.value);
      const on = (selection.typeCondition && schema.getType(selection.typeCondition.name.value)) ?? type;
      return { on, ...weighSelections(selection.selectionSet, on) };
    });
    // An object has one of the possible types, so it is answered with what is selected on that one.
    const sums = (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]).map((each) =>
      weights.filter(({ on }) => on === each || isAbstractType(on)).reduce(add, NOTHING),
    );
    return {
      once: Math.max(...sums.map(({ once }) => once)),
      perRow: Math.max(...sums.map(({ perRow }) => perRow)),
    };
  }

  function weighFragment(name: string): Weighed {
    const fragment = fragments.get(name);
    const type = fragment && schema.getType(fragment.typeCondition.name.value);
    if (!type) throw new Error(`The document has no fragment ${name} on a type of the schema.`);
    const weight = known.get(name) ?? weighSelections(fragment.selectionSet, type);
    known.set(name, weight);
    return { on: type, ...weight };
  }

  function weighField(node: FieldNode, parent: GraphQLNamedType): Weight {
    if (isIntrospection(node.name.value)) return { once: INTROSPECTION, perRow: 0 };
    const field = findField(parent, node.name.value);
    if (!field) return NOTHING;
    const type = getNamedType(field.type);
    const extra = extraCost(node, parent, variables);
    if (!isCompositeType(type)) return { once: extra, perRow: 0 };
    const below = node.selectionSet ? weighSelections(node.selectionSet, type) : NOTHING;
    const each = 1 + below.once + pageSize(node, field, variables) * below.perRow;
    if (!isListType(getNullableType(field.type))) return { once: extra + each, perRow: 0 };
    // The `edges` and `nodes` of a page, and the `results` of many rows, are as long as their field was asked for.
    if (isConnection(parent) || isResults(parent, node)) return { once: extra, perRow: each };
    return { once: extra + listSize(node, parent, variables) * each, perRow: 0 };
  }

  const root = schema.getRootType(operation.operation);
  return root ? weighSelections(operation.selectionSet, root).once : 0;
}

const NOTHING: Weight = { once: 0, perRow: 0 };

function add(one: Weight, other: Weight): Weight {
  return { once: one.once + other.once, perRow: one.perRow + other.perRow };
}

function findField(type: GraphQLNamedType, name: string) {
  return isObjectType(type) ? type.getFields()[name] : undefined;
}

function isConnection(type: GraphQLNamedType): boolean {
  return findField(type, 'pageInfo') !== undefined;
}

function isResults(type: GraphQLNamedType, { name }: FieldNode): boolean {
  return name.value === 'results' && findField(type, 'counts') !== undefined;
}

function extraCost(node: FieldNode, parent: GraphQLNamedType, variables: Variables): number {
  const own = EXTRA.get(`${parent.name}.${node.name.value}`) ?? 0;
  const search = hasArgument(node, 'search') ? SEARCH : 0;
  if (parent.name !== 'Mutation') return own + search;
  // Each row is work, whether its result is selected or not.
  return MUTATION + rowsOf(argument(node, 'input', variables));
}

// How many `edges`, `nodes` or `results` the field will have; 0 for a field without any.
function pageSize(node: FieldNode, field: GraphQLField<unknown, unknown>, variables: Variables): number {
  if (findField(getNamedType(field.type), 'results')) return rowsOf(argument(node, 'input', variables));
  if (!field.args.some(({ name }) => name === 'first')) return 0;
  const given = ['first', 'last'].map((name) => numberOf(argument(node, name, variables)));
  const size = given.find((value) => value) ?? DEFAULT_PAGE;
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

function listSize(node: FieldNode, parent: GraphQLNamedType, variables: Variables): number {
  const batch = ['senders', 'ids'].find((name) => hasArgument(node, name));
  if (batch !== undefined) return Math.min(lengthOf(argument(node, batch, variables)), LARGEST_BATCH);
  return BOUNDS.get(`${parent.name}.${node.name.value}`) ?? USUAL;
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  type InlineFragmentNode,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  typeFromAST,
} from 'graphql';
import type { Variables } from './variables.ts';

/** A field of an answer: all that is known of it before there are values. */
export type SelectedField = {
  /** Its name in the answer. */
  key: string;
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  /** Where it is selected. */
  nodes: readonly [FieldNode, ...FieldNode[]];
  /** What is selected of it, by the type of its object. `Selections` fills this in when an answer gets there. */
  below: Map<GraphQLObjectType, readonly SelectedField[]> | undefined;
  /** Its arguments' values where none is given. `readArguments` fills this in. */
  defaults: Readonly<Record<string, unknown>> | undefined;
};

type Source = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  operation: OperationDefinitionNode;
  rootType: GraphQLObjectType;
  /** What @skip and @include look at. */
  variables: Variables;
  /** Is told how many fields were found so far. */
  noteSize(size: number): void;
};

/**
 * What an operation selects, in the order of the answer ("CollectFields" of the specification). It is found out once, and only where
 * an answer gets to: with all its fragments spread, a short document can select very many fields.
 */
export class Selections {
  readonly #source: Source;
  #root: readonly SelectedField[] | undefined;
  #size = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  /** The fields of the operation itself. Throws a GraphQLError for a condition without a value. */
  root(): readonly SelectedField[] {
    const { operation, rootType } = this.#source;
    this.#root ??= this.#select([operation.selectionSet], rootType);
    return this.#root;
  }

  /** The fields of an object of the type that is the field's value. Throws a GraphQLError for a condition without a value. */
  below(field: SelectedField, type: GraphQLObjectType): readonly SelectedField[] {
    const known = field.below?.get(type);
    if (known) return known;
    const selectionSets = field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const fields = this.#select(selectionSets, type);
    field.below ??= new Map();
    field.below.set(type, fields);
    return fields;
  }

  #select(selectionSets: readonly SelectionSetNode[], type: GraphQLObjectType): readonly SelectedField[] {
    const { schema, fragments, variables } = this.#source;
    const collected = new Map<string, [FieldNode, ...FieldNode[]]>();
    const spreadAlready = new Set<string>();

    function collect(selection: SelectionNode): void {
      // A fragment adds nothing the second time, whatever its condition is then.
      if (selection.kind === Kind.FRAGMENT_SPREAD && spreadAlready.has(selection.name.value)) return;
      if (!isIncluded(selection, variables)) return;
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        const others = collected.get(key);
        if (others) others.push(selection);
        else collected.set(key, [selection]);
        return;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : takeFragment(selection.name.value);
      if (!fragment || !isOn(schema, fragment, type)) return;
      fragment.selectionSet.selections.forEach(collect);
    }
    function takeFragment(name: string): FragmentDefinitionNode | undefined {
      spreadAlready.add(name);
      return fragments.get(name);
    }

    for (const { selections } of selectionSets) selections.forEach(collect);
    const fields: SelectedField[] = [];
    for (const [key, nodes] of collected) {
      const definition = findField(schema, type, nodes[0].name.value);
      if (definition) fields.push({ key, parentType: type, definition, nodes, below: undefined, defaults: undefined });
    }
    this.#size += fields.length;
    this.#source.noteSize(this.#size);
    return fields;
  }
}

function isIncluded(node: SelectionNode, variables: Variables): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function isOn(
  schema: GraphQLSchema,
  { typeCondition }: InlineFragmentNode | FragmentDefinitionNode,
  type: GraphQLObjectType,
): boolean {
  const condition = typeCondition ? typeFromAST(schema, typeCondition) : type;
  return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
}

function findField(schema: GraphQLSchema, type: GraphQLObjectType, name: string) {
  if (!name.startsWith('__')) return type.getFields()[name];
  const ofRoot = type === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [];
  return [TypeNameMetaFieldDef, ...ofRoot].find((field) => field.name === name);
}

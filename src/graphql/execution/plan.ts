import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../documents/limits.ts';
import { Selections } from './selections.ts';
import { createVariableReader, type Variables } from './variables.ts';

// Fields. The cache of documents counts the length of their texts, but a short text can select very many fields.
const MOST_KEPT = 500;

/** What is known of an operation before any request, and what its requests have found out. */
export class Plan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly readVariables: ReturnType<typeof createVariableReader>;
  readonly #dependsOnVariables: boolean;
  #kept: Selections | undefined;

  constructor(
    { schema, document }: { schema: GraphQLSchema; document: DocumentNode },
    operation: OperationDefinitionNode,
    rootType: GraphQLObjectType,
  ) {
    this.schema = schema;
    this.operation = operation;
    this.rootType = rootType;
    this.fragments = fragmentsOf(document);
    this.readVariables = createVariableReader(schema, operation);
    this.#dependsOnVariables = hasVariableConditions(document);
  }

  /** What the operation selects. It is kept for the next request, unless variables decide about it or it is large. */
  selectionsFor(variables: Variables): Selections {
    if (this.#dependsOnVariables) return new Selections(this, variables);
    this.#kept ??= new Selections(this, {});
    return this.#kept;
  }

  /** Selections tell how many fields they have. */
  noteSize(size: number): void {
    if (size > MOST_KEPT) this.#kept = undefined;
  }
}

/** Whether a variable stands in @skip or @include, the only directives that a valid operation has. */
function hasVariableConditions(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive({ arguments: given }) {
      isFound ||= given?.some(({ value }) => value.kind === Kind.VARIABLE) ?? false;
    },
  });
  return isFound;
}

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

const MOST_KEPT = 500;

/** What is known of an operation before any request, and what its requests have found out. */
export class Plan {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly readVariables: ReturnType<typeof createVariableReader>;
  readonly #isConditional: boolean;
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
    this.#isConditional = hasConditions(document);
  }

  /** What the operation selects: kept for the next request where no variable decides about it, and while it is small. */
  select(variables: Variables): Selections {
    if (this.#isConditional) return new Selections(this, variables);
    this.#kept ??= new Selections(this, {});
    return this.#kept;
  }

  /** Is told how many fields were found to be selected. */
  grown(size: number): void {
    if (size > MOST_KEPT) this.#kept = undefined;
  }
}

function hasConditions(document: DocumentNode): boolean {
  let isFound = false;
  visit(document, {
    Directive({ arguments: given }) {
      isFound ||= given?.some(({ value }) => value.kind === Kind.VARIABLE) ?? false;
    },
  });
  return isFound;
}

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { fragmentsOf } from '../fragments.ts';
import { Selections } from './selections.ts';
import { createVariableReader, type Variables } from './variables.ts';

// Fields. The cache of documents counts the length of their texts, but a short text can select very many fields.
const MOST_KEPT = 500;

/** What is known of a document before any request. */
export class PlannedDocument {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly dependsOnVariables: boolean;
  #last: Plan | undefined;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.schema = schema;
    this.fragments = fragmentsOf(document);
    this.dependsOnVariables = hasVariableConditions(document);
  }

  /** The plan of one of its operations. Only that of the last one is kept: a short document can have a hundred. */
  planOf(operation: OperationDefinitionNode, rootType: GraphQLObjectType): Plan {
    if (this.#last?.operation !== operation) this.#last = new Plan(this, operation, rootType);
    return this.#last;
  }
}

/** What is known of an operation before any request, and what its requests have found out. */
export class Plan {
  readonly document: PlannedDocument;
  readonly operation: OperationDefinitionNode;
  readonly rootType: GraphQLObjectType;
  readonly readVariables: ReturnType<typeof createVariableReader>;
  #kept: Selections | undefined;

  constructor(document: PlannedDocument, operation: OperationDefinitionNode, rootType: GraphQLObjectType) {
    this.document = document;
    this.operation = operation;
    this.rootType = rootType;
    this.readVariables = createVariableReader(document.schema, operation);
  }

  /** What the operation selects. It is kept for the next request, unless variables decide about it or it is large. */
  selectionsFor(variables: Variables): Selections {
    if (this.document.dependsOnVariables) return this.#select(variables);
    this.#kept ??= this.#select({});
    return this.#kept;
  }

  #select(variables: Variables): Selections {
    const { operation, rootType } = this;
    const { schema, fragments } = this.document;
    const noteSize = (size: number) => {
      if (size > MOST_KEPT) this.#kept = undefined;
    };
    return new Selections({ schema, fragments, operation, rootType, variables, noteSize });
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

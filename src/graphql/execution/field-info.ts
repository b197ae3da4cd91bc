import type { GraphQLResolveInfo, ResponsePath } from 'graphql';
import type { Plan } from './plan.ts';
import type { SelectedField } from './selections.ts';
import type { Variables } from './variables.ts';

/** What resolvers are told of their field. None of ours asks, so nothing is computed before one does. */
export class FieldInfo implements GraphQLResolveInfo {
  readonly path: ResponsePath;
  readonly rootValue: unknown;
  readonly variableValues: Variables;
  readonly #plan: Plan;
  readonly #field: SelectedField;

  constructor(
    { plan, rootValue, variables }: { plan: Plan; rootValue: unknown; variables: Variables },
    field: SelectedField,
    path: ResponsePath,
  ) {
    this.path = path;
    this.rootValue = rootValue;
    this.variableValues = variables;
    this.#plan = plan;
    this.#field = field;
  }

  get fieldName() {
    return this.#field.definition.name;
  }
  get fieldNodes() {
    return this.#field.nodes;
  }
  get returnType() {
    return this.#field.definition.type;
  }
  get parentType() {
    return this.#field.parentType;
  }
  get schema() {
    return this.#plan.document.schema;
  }
  get operation() {
    return this.#plan.operation;
  }
  get fragments() {
    return Object.fromEntries(this.#plan.document.fragments);
  }
}

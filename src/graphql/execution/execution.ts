import {
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getArgumentValues,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  locatedError,
  OperationTypeNode,
  responsePathAsArray,
} from 'graphql';
import { FieldErrors, type Path } from './field-errors.ts';
import { FieldInfo } from './field-info.ts';
import type { Plan } from './plan.ts';
import { type Answer, afterAll, isPromise, settle } from './promises.ts';
import type { SelectedField, Selections } from './selections.ts';
import type { Variables } from './variables.ts';

/**
 * One execution of an operation ("Executing Requests" of the specification). A value is a promise only where a resolver gave one, or
 * something beneath it did.
 */
export class Execution {
  readonly plan: Plan;
  readonly variables: Variables;
  readonly rootValue: unknown;
  readonly #context: unknown;
  readonly #selections: Selections;
  readonly #errors = new FieldErrors();

  constructor(
    plan: Plan,
    variables: Variables,
    { contextValue, rootValue }: Pick<ExecutionArgs, 'contextValue' | 'rootValue'>,
  ) {
    this.plan = plan;
    this.variables = variables;
    this.rootValue = rootValue;
    this.#context = contextValue;
    this.#selections = plan.select(variables);
  }

  /** Never throws: an error that nothing catches is told with null for data. */
  answer(): ExecutionResult | Promise<ExecutionResult> {
    const fail = (error: unknown) => {
      this.#errors.add(error instanceof GraphQLError ? error : locatedError(error, undefined), undefined);
      return this.#respond(null);
    };
    try {
      const fields = this.#selections.root();
      const isMutation = this.plan.operation.operation === OperationTypeNode.MUTATION;
      const data = isMutation ? this.#executeInTurn(fields) : this.#execute(fields, this.rootValue, undefined);
      return isPromise(data) ? data.then((value) => this.#respond(value), fail) : this.#respond(data);
    } catch (error) {
      return fail(error);
    }
  }

  #respond(data: Answer | null): ExecutionResult {
    const errors = this.#errors.all;
    return errors.length === 0 ? { data } : { errors, data };
  }

  #execute(fields: readonly SelectedField[], source: unknown, place: Path | undefined): Answer | Promise<Answer> {
    const answer = createAnswer(fields);
    const pending: string[] = [];
    try {
      for (const field of fields) {
        const value = this.#executeField(field, source, place);
        answer[field.key] = value;
        if (isPromise(value)) pending.push(field.key);
      }
    } catch (error) {
      return afterAll(
        pending.map((key) => answer[key]),
        error,
      );
    }
    return pending.length === 0 ? answer : settle(answer, pending);
  }

  async #executeInTurn(fields: readonly SelectedField[]): Promise<Answer> {
    const answer = createAnswer(fields);
    for (const field of fields) answer[field.key] = await this.#executeField(field, this.rootValue, undefined);
    return answer;
  }

  #executeField(field: SelectedField, source: unknown, above: Path | undefined): unknown {
    const place = { prev: above, key: field.key, typename: field.parentType.name };
    return this.#protect(field.definition.type, field, place, () => this.#resolve(field, source, place));
  }

  #resolve(field: SelectedField, source: unknown, place: Path): unknown {
    const { name, args, resolve = defaultFieldResolver } = field.definition;
    // Most fields are plain properties.
    if (resolve === defaultFieldResolver && args.length === 0 && typeof source === 'object' && source !== null) {
      const property: unknown = Reflect.get(source, name);
      if (typeof property !== 'function') return property;
    }
    const values = args.length === 0 ? {} : getArgumentValues(field.definition, field.nodes[0], this.variables);
    return resolve(source, values, this.#context, new FieldInfo(this, field, place));
  }

  /** The completed value of a field, or of an item of its list. An error makes it null, or is thrown on where the type is never null. */
  #protect(type: GraphQLOutputType, field: SelectedField, place: Path, resolve: () => unknown): unknown {
    const fail = (error: unknown) => this.#fail(type, field, place, error);
    try {
      const value = resolve();
      const completed = isPromise(value)
        ? value.then((resolved) => this.#complete(type, field, place, resolved))
        : this.#complete(type, field, place, value);
      return isPromise(completed) ? completed.then(undefined, fail) : completed;
    } catch (error) {
      return fail(error);
    }
  }

  #fail(type: GraphQLOutputType, { nodes }: SelectedField, place: Path, cause: unknown): null {
    const error = locatedError(cause, nodes, responsePathAsArray(place));
    if (isNonNullType(type)) throw error;
    this.#errors.add(error, place);
    return null;
  }

  // "CompleteValue" of the specification.
  #complete(type: GraphQLOutputType, field: SelectedField, place: Path, value: unknown): unknown {
    if (value instanceof Error) throw value;
    if (isNonNullType(type)) {
      const completed = this.#complete(type.ofType, field, place, value);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${describe(field)}.`);
    }
    if (value === null || value === undefined) return null;
    if (isLeafType(type)) return serialize(type, value);
    if (isListType(type)) return this.#completeList(type.ofType, field, place, value);
    if (isObjectType(type)) return this.#completeObject(type, field, place, value);
    return this.#completeAbstract(type, field, place, value);
  }

  #completeList(type: GraphQLOutputType, field: SelectedField, place: Path, value: unknown): unknown {
    if (!isIterable(value)) throw new Error(`Expected Iterable, but did not find one for field "${describe(field)}".`);
    const items: unknown[] = [];
    try {
      for (const item of value) {
        const itemPlace = { prev: place, key: items.length, typename: undefined };
        items.push(this.#protect(type, field, itemPlace, () => item));
      }
    } catch (error) {
      return afterAll(items.filter(isPromise), error);
    }
    return items.some(isPromise) ? Promise.all(items) : items;
  }

  #completeObject(type: GraphQLObjectType, field: SelectedField, place: Path, value: unknown): unknown {
    return this.#execute(this.#selections.below(field, type), value, place);
  }

  #completeAbstract(type: GraphQLAbstractType, field: SelectedField, place: Path, value: unknown): unknown {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name = resolveType(value, this.#context, new FieldInfo(this, field, place), type);
    const complete = (resolved: string | undefined) => {
      const objectType = this.plan.schema.getType(String(resolved));
      const isPossible = isObjectType(objectType) && this.plan.schema.isSubType(type, objectType);
      if (!isPossible) throw new Error(`Runtime Object type "${resolved}" is not a possible type for "${type.name}".`);
      return this.#completeObject(objectType, field, place, value);
    };
    return isPromise(name) ? name.then(complete) : complete(name);
  }
}

/** As a literal, which costs less than one without a prototype; but there, a field of this name would be lost. */
function createAnswer(fields: readonly SelectedField[]): Answer {
  return fields.some(({ key }) => key === '__proto__') ? Object.create(null) : {};
}

function describe({ parentType, definition }: SelectedField): string {
  return `${parentType.name}.${definition.name}`;
}

function serialize(type: GraphQLLeafType, value: unknown): unknown {
  const serialized = type.serialize(value);
  if (serialized === null || serialized === undefined) throw new Error(`A value of ${type.name} cannot be told.`);
  return serialized;
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

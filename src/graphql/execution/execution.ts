import {
  defaultFieldResolver,
  defaultTypeResolver,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  OperationTypeNode,
  type ResponsePath,
} from 'graphql';
import { AnswerLength, type Bounds } from './answer-length.ts';
import { readArguments } from './field-arguments.ts';
import { Failure, FieldErrors } from './field-errors.ts';
import { FieldInfo } from './field-info.ts';
import type { Plan } from './plan.ts';
import { forget, isPromise, settle } from './promises.ts';
import { createResultMap, describe, isIterable, type ResultMap, serialize } from './results.ts';
import type { SelectedField, Selections } from './selections.ts';
import type { Variables } from './variables.ts';

/**
 * One execution of an operation ("Executing Requests" of the specification). A value is a promise only where a resolver gave one for
 * it, or for something beneath it.
 */
export class Execution {
  readonly plan: Plan;
  readonly variables: Variables;
  readonly rootValue: unknown;
  readonly #context: unknown;
  readonly #selections: Selections;
  readonly #errors: FieldErrors;
  readonly #length: AnswerLength;

  constructor(plan: Plan, variables: Variables, { contextValue, rootValue }: ExecutionArgs, bounds: Bounds) {
    this.plan = plan;
    this.variables = variables;
    this.rootValue = rootValue;
    this.#context = contextValue;
    this.#selections = plan.selectionsFor(variables);
    this.#errors = new FieldErrors(bounds.mostErrors);
    this.#length = new AnswerLength(bounds.mostLength);
  }

  /** Never throws: an error that makes no field null makes the data null. */
  answer(): ExecutionResult | Promise<ExecutionResult> {
    const fail = (error: unknown) => {
      this.#errors.add(error, undefined);
      return this.#respond(null);
    };
    try {
      const fields = this.#selections.root();
      const isMutation = this.plan.operation.operation === OperationTypeNode.MUTATION;
      const data = isMutation
        ? this.#executeFieldsInTurn(fields)
        : this.#executeFields(fields, this.rootValue, undefined);
      return isPromise(data) ? data.then((value) => this.#respond(value), fail) : this.#respond(data);
    } catch (error) {
      return fail(error);
    }
  }

  #respond(whole: ResultMap | null): ExecutionResult {
    const data = this.#length.bound(whole);
    const errors = this.#errors.located();
    return errors.length === 0 ? { data } : { errors, data };
  }

  #executeFields(
    fields: readonly SelectedField[],
    source: unknown,
    path: ResponsePath | undefined,
  ): ResultMap | Promise<ResultMap> {
    const object = createResultMap(fields);
    const pending: string[] = [];
    try {
      for (const field of fields) {
        const value = this.#executeField(field, source, path);
        object[field.key] = value;
        this.#length.count(field.key);
        if (isPromise(value)) pending.push(field.key);
      }
    } catch (error) {
      forget(Object.values(object));
      throw error;
    }
    return pending.length === 0 ? object : settle(object, pending);
  }

  /** One after the other, as the fields of a mutation must be. */
  async #executeFieldsInTurn(fields: readonly SelectedField[]): Promise<ResultMap> {
    const object = createResultMap(fields);
    for (const field of fields) object[field.key] = await this.#executeField(field, this.rootValue, undefined);
    return object;
  }

  #executeField(field: SelectedField, source: unknown, above: ResponsePath | undefined): unknown {
    const { type } = field.definition;
    const path = { prev: above, key: field.key, typename: field.parentType.name };
    let value: unknown;
    try {
      value = this.#resolve(field, source, path);
    } catch (error) {
      return this.#fail(type, field, path, error);
    }
    return this.#protect(type, field, path, value);
  }

  #resolve(field: SelectedField, source: unknown, path: ResponsePath): unknown {
    const { name, args, resolve = defaultFieldResolver } = field.definition;
    // Most fields are plain properties.
    if (resolve === defaultFieldResolver && args.length === 0 && typeof source === 'object' && source !== null) {
      const property: unknown = Reflect.get(source, name);
      if (typeof property !== 'function') return property;
    }
    const values = args.length === 0 ? {} : readArguments(field, this.variables);
    return resolve(source, values, this.#context, new FieldInfo(this, field, path));
  }

  /** The completed value of a field, or of an item of its list. An error makes it null, or is thrown again where the type is non-null. */
  #protect(type: GraphQLOutputType, field: SelectedField, path: ResponsePath, value: unknown): unknown {
    try {
      if (isPromise(value)) return this.#protectComing(type, field, path, value);
      const completed = this.#complete(type, field, path, value);
      return isPromise(completed) ? this.#protectCompletion(type, field, path, completed) : completed;
    } catch (error) {
      return this.#fail(type, field, path, error);
    }
  }

  // Methods of their own: functions in the one above would take memory for each plain field, too.
  #protectComing(type: GraphQLOutputType, field: SelectedField, path: ResponsePath, value: Promise<unknown>) {
    return value.then(
      (resolved) => this.#protect(type, field, path, resolved),
      (error) => this.#fail(type, field, path, error),
    );
  }

  #protectCompletion(type: GraphQLOutputType, field: SelectedField, path: ResponsePath, completed: Promise<unknown>) {
    return completed.then(undefined, (error) => this.#fail(type, field, path, error));
  }

  #fail(type: GraphQLOutputType, { nodes }: SelectedField, path: ResponsePath, cause: unknown): null {
    const failure = cause instanceof Failure ? cause : new Failure(cause, nodes, path);
    if (isNonNullType(type)) throw failure;
    this.#errors.add(failure, path);
    return null;
  }

  // "CompleteValue" of the specification.
  #complete(type: GraphQLOutputType, field: SelectedField, path: ResponsePath, value: unknown): unknown {
    if (value instanceof Error) throw value;
    if (isNonNullType(type)) {
      const completed = this.#complete(type.ofType, field, path, value);
      if (completed !== null) return completed;
      throw new Error(`Cannot return null for non-nullable field ${describe(field)}.`);
    }
    if (value === null || value === undefined) return null;
    if (isLeafType(type)) return this.#length.count(serialize(type, value));
    if (isListType(type)) return this.#completeList(type.ofType, field, path, value);
    if (isObjectType(type)) return this.#completeObject(type, field, path, value);
    return this.#completeAbstract(type, field, path, value);
  }

  #completeList(type: GraphQLOutputType, field: SelectedField, path: ResponsePath, value: unknown): unknown {
    if (!isIterable(value)) throw new Error(`Expected Iterable, but did not find one for field "${describe(field)}".`);
    const items: unknown[] = [];
    try {
      for (const item of value) {
        const itemPath = { prev: path, key: items.length, typename: undefined };
        items.push(this.#protect(type, field, itemPath, item));
      }
    } catch (error) {
      forget(Array.isArray(value) ? [...items, ...value.slice(items.length)] : items);
      throw error;
    }
    return items.some(isPromise) ? Promise.all(items) : items;
  }

  #completeObject(type: GraphQLObjectType, field: SelectedField, path: ResponsePath, value: unknown): unknown {
    return this.#executeFields(this.#selections.below(field, type), value, path);
  }

  #completeAbstract(type: GraphQLAbstractType, field: SelectedField, path: ResponsePath, value: unknown): unknown {
    const resolveType = type.resolveType ?? defaultTypeResolver;
    const name = resolveType(value, this.#context, new FieldInfo(this, field, path), type);
    const complete = (resolved: string | undefined) => {
      const objectType = typeof resolved === 'string' ? this.plan.document.schema.getType(resolved) : undefined;
      const isPossible = isObjectType(objectType) && this.plan.document.schema.isSubType(type, objectType);
      if (!isPossible) throw new Error(`Runtime Object type "${resolved}" is not a possible type for "${type.name}".`);
      return this.#completeObject(objectType, field, path, value);
    };
    return isPromise(name) ? name.then(complete) : complete(name);
  }
}

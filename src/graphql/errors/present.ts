import type { ExecutionResult, GraphQLError, GraphQLSchema } from 'graphql';
import { MAXIMUM_ERRORS } from '../documents/limits.ts';
import type { GraphQLRequest } from '../request.ts';
import { type Faults, presentError } from './caller-errors.ts';
import { namesOfCaller } from './caller-names.ts';
import { createTextCleaner } from './text.ts';
import { placeOfValue } from './value-place.ts';

export type PresentErrors = (result: ExecutionResult, request: GraphQLRequest) => ExecutionResult;

/** Returns a function that presents the errors of a result as its caller may see them. Errors leave the service in no other way. */
export function createPresentErrors(schema: GraphQLSchema, faults: Faults): PresentErrors {
  const clean = createTextCleaner(schema);
  return (result, { caller, document, variables }) => {
    if (!result.errors) return result;
    const names = namesOfCaller(document, variables);
    const cleanFor = ({ message, nodes }: GraphQLError) => clean(message, names, placeOfValue(nodes?.[0], document));
    const errors = result.errors.slice(0, MAXIMUM_ERRORS).map((error) => presentError(error, cleanFor, caller, faults));
    return { ...result, errors };
  };
}

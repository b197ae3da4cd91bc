import type { Databases } from '../database/connection.ts';
import type { Actor } from '../domain/actor.ts';
import { type CompiledOperation, createCompiledDocuments } from './compiled-documents.ts';
import { createContext, type Observer } from './context.ts';
import { createDocumentCache } from './document-cache.ts';
import { weigh } from './document-cost.ts';
import { type Caller, charge, type Exchange, type Outcome, type Params } from './exchange.ts';
import { createNewDocuments } from './new-documents.ts';
import { createPresentErrors, keepCause, type ReportFault } from './present-errors.ts';
import { type MediaType, render } from './render.ts';
import { createSchema } from './schema.ts';

type Answer = Outcome & { status: number; headers: Record<string, string>; body: string };

export type AnswerGraphQL = (caller: Caller, params: Params, mediaType: MediaType) => Promise<Answer>;

/**
 * The one way into GraphQL: who asks and what is asked goes in, the response comes out. The transport stays outside. A document
 * goes through yoga's pipeline once; when it comes again it is executed compiled, by the same charge, context and presentation
 * of errors (`npm run bench -- profile --only A` shows what is left).
 */
export function createAnswer(
  databases: Databases,
  { observer, report }: { observer: Observer; report: ReportFault },
): AnswerGraphQL {
  const schema = createSchema();
  const documents = createDocumentCache();
  const compiled = createCompiledDocuments(schema);
  const presentErrors = createPresentErrors(schema, report);
  const contextOf = (actor: Actor) => createContext(databases, actor, observer);
  const executeNew = createNewDocuments(schema, {
    documents,
    createContext: contextOf,
    presentErrors,
    async onValid(document, operation, exchange) {
      await charge(exchange, operation, weigh(schema, document, operation, exchange.variables ?? {}));
      compiled.remember(document);
    },
  });

  async function executeKnown({ operation, weigh, execute }: CompiledOperation, exchange: Exchange) {
    const variables = exchange.variables ?? {};
    try {
      await charge(exchange, operation, weigh(variables));
      return presentErrors(await execute(contextOf(exchange.caller.actor), variables), exchange);
    } catch (error) {
      return presentErrors({ errors: [keepCause(error)] }, exchange);
    }
  }

  return async (caller, params, mediaType) => {
    const exchange: Exchange = { caller, variables: params.variables, outcome: { operation: null, codes: [] } };
    const document = documents.get(params.query);
    const known = document && compiled.find(document, params.operationName);
    const result = await (known ? executeKnown(known, exchange) : executeNew(params, exchange));
    return { ...render(result, mediaType), ...exchange.outcome };
  };
}

import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { CallerError } from '../../domain/caller-error.ts';
import { fragmentsOf } from '../fragments.ts';

export const MAXIMUM_ERRORS = 10;
const MAXIMUM_TOKENS = 1000;
const MAXIMUM_DEPTH = 12;
const MAXIMUM_ALIASES = 30;
// In characters. An alias stands in every object of the answer for which it is selected.
const LONGEST_ALIAS = 100;

/** Parses a document. Throws QUERY_TOO_COMPLEX for too many tokens, levels or aliases, or a long alias, before validation, which costs the most. */
export function parseBounded(source: string, options: object): DocumentNode {
  const document = parseTokens(source, options);
  const fragments = fragmentsOf(document);
  const known = new Map<string, Shape>();
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const { depth, aliases } = measure(definition.selectionSet, fragments, known);
    if (depth > MAXIMUM_DEPTH) throw tooComplex(`nest at most ${MAXIMUM_DEPTH} fields deep`);
    if (aliases > MAXIMUM_ALIASES) throw tooComplex(`have at most ${MAXIMUM_ALIASES} aliases`);
  }
  return document;
}

export function tooComplex(limit: string): CallerError {
  return new CallerError('QUERY_TOO_COMPLEX', `A document may ${limit}.`);
}

function parseTokens(source: string, options: object): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens: MAXIMUM_TOKENS });
  } catch (error) {
    // Not anywhere in the message: it may repeat what the caller wrote.
    if (error instanceof GraphQLError && error.message.startsWith('Syntax Error: Document contains more')) {
      throw tooComplex(`have at most ${MAXIMUM_TOKENS} tokens`);
    }
    throw error;
  }
}

export function isIntrospection(field: string): boolean {
  return field === '__schema' || field === '__type';
}

type Shape = { depth: number; aliases: number };

// Each fragment is measured once, however often it is spread, so the work grows only with the length of the document. A fragment
// that spreads itself counts as empty; validation refuses it.
function measure(
  { selections }: SelectionSetNode,
  fragments: Map<string, FragmentDefinitionNode>,
  known: Map<string, Shape>,
): Shape {
  const shape = { depth: 0, aliases: 0 };
  const add = ({ depth, aliases }: Shape) => {
    shape.depth = Math.max(shape.depth, depth);
    shape.aliases += aliases;
  };
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) {
      if (selection.alias && selection.alias.value.length > LONGEST_ALIAS) {
        throw tooComplex(`have aliases of at most ${LONGEST_ALIAS} characters`);
      }
      const below = selection.selectionSet
        ? measure(selection.selectionSet, fragments, known)
        : { depth: 0, aliases: 0 };
      // Introspection is as deep as the types, and graphql's own rule bounds it, so it counts as one level. No tool uses aliases
      // in it; each would return the whole schema again, so a single one exceeds the limit.
      const isSchema = isIntrospection(selection.name.value);
      add({
        depth: isSchema ? 1 : below.depth + 1,
        aliases: (selection.alias ? 1 : 0) + below.aliases * (isSchema ? MAXIMUM_ALIASES + 1 : 1),
      });
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      add(measure(selection.selectionSet, fragments, known));
    } else {
      const name = selection.name.value;
      const fragment = fragments.get(name);
      if (fragment && !known.has(name)) {
        known.set(name, { depth: 0, aliases: 0 });
        known.set(name, measure(fragment.selectionSet, fragments, known));
      }
      add(known.get(name) ?? { depth: 0, aliases: 0 });
    }
  }
  return shape;
}

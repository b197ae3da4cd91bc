import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

// In characters of source. A parsed document takes up to 200 times as many bytes.
const MAXIMUM_SIZE = 200_000;

/** Creates a cache of parsed documents by their text. Validation results are tied to the document, so both leave it together. */
export function createDocumentCache() {
  return new LRUCache<string, DocumentNode>({
    maxSize: MAXIMUM_SIZE,
    sizeCalculation: (_document, source) => source.length + 1,
  });
}

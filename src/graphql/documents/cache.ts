import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

// In characters of source: a parsed document takes up to 200 times as many bytes.
const MAXIMUM_SIZE = 200_000;

/** Parsed documents by their text. Their validation hangs on them, so both go together. */
export function createDocumentCache() {
  return new LRUCache<string, DocumentNode>({
    maxSize: MAXIMUM_SIZE,
    sizeCalculation: (_document, source) => source.length + 1,
  });
}

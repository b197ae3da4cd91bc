import { type DocumentNode, type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import { fragmentsOf } from '../fragments.ts';
import { tooComplex } from './limits.ts';

const MOST_IN_ONE_PLACE = 30;
const MOST_LOOKED_AT = 10_000;
// Only a fragment that spreads itself goes deeper; validation refuses it.
const DEEPEST = 50;

/**
 * Bounds the work of validation, which compares all fields of one name that meet in one place of the answer with each other,
 * through all fragments, and the fragments too: it grows with the square of their number. Throws QUERY_TOO_COMPLEX for more than
 * a person or a tool would write; else returns the document.
 */
export function boundMerging(document: DocumentNode): DocumentNode {
  const fragments = fragmentsOf(document);
  const known = new Set<SelectionSetNode>();
  let looked = 0;

  function collect({ selections }: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    looked += selections.length;
    if (looked > MOST_LOOKED_AT) throw tooComplex('spread fragments into fewer places');
    for (const selection of selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) collect(selection.selectionSet, fields, spread);
      else if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const others = fields.get(name);
        if (others) others.push(selection);
        else fields.set(name, [selection]);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragments.get(selection.name.value);
        if (fragment) collect(fragment.selectionSet, fields, spread);
      }
    }
  }

  /**
   * Checks the selections that are answered together in one place. A selection that stands alone gives the same result
   * everywhere, so it is checked once.
   */
  function look(together: SelectionSetNode[], depth: number): void {
    const [alone] = together.length === 1 ? together : [];
    if (depth > DEEPEST || (alone && known.has(alone))) return;
    if (alone) known.add(alone);
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const each of together) collect(each, fields, spread);
    if (spread.size > MOST_IN_ONE_PLACE) throw tooComplex(`spread at most ${MOST_IN_ONE_PLACE} fragments in one place`);
    for (const nodes of fields.values()) {
      if (nodes.length > MOST_IN_ONE_PLACE) {
        throw tooComplex(`ask for a field at most ${MOST_IN_ONE_PLACE} times in one place`);
      }
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      if (below.length > 0) look(below, depth + 1);
    }
  }

  for (const definition of document.definitions) {
    if ('selectionSet' in definition) look([definition.selectionSet], 0);
  }
  return document;
}

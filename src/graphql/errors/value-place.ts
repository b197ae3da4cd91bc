import { type ASTNode, BREAK, type DocumentNode, isValueNode, Kind, visit } from 'graphql';

/**
 * Where a value stands in the document, from the argument or variable that holds it, as in `senders[1].externalId`. Undefined for a node
 * that is no value.
 */
export function placeOfValue(value: ASTNode | undefined, document: DocumentNode | null): string | undefined {
  if (!value || !document || !isValueNode(value) || value.kind === Kind.VARIABLE) return undefined;
  let place: string | undefined;
  visit(document, {
    enter(node, _key, parent, keys, ancestors) {
      if (node !== value) return undefined;
      place = describe([...ancestors, ...(parent ? [parent] : [])], keys);
      return BREAK;
    },
  });
  return place;
}

/** `keys` has one for each of those above: what lies below it. */
function describe(above: readonly (ASTNode | readonly ASTNode[])[], keys: readonly (string | number)[]): string {
  let place = '';
  for (const [index, node] of above.entries()) {
    if (!('kind' in node)) continue;
    if (node.kind === Kind.ARGUMENT) place = node.name.value;
    else if (node.kind === Kind.VARIABLE_DEFINITION) place = node.variable.name.value;
    else if (node.kind === Kind.OBJECT_FIELD) place += `.${node.name.value}`;
    else if (node.kind === Kind.LIST) place += `[${keys[index + 1]}]`;
  }
  return place;
}

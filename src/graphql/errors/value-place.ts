import { type ASTNode, BREAK, type DocumentNode, isValueNode, Kind, visit } from 'graphql';

/** Where a value stands in a document: in which argument, or default of a variable, and where in there, as in `sender.externalId`. */
export type ValuePlace = { holder: string; path: string; isWhole: boolean };

/** Undefined for a node that is no value. */
export function placeOfValue(value: ASTNode | undefined, document: DocumentNode | null): ValuePlace | undefined {
  if (!value || !document || !isValueNode(value) || value.kind === Kind.VARIABLE) return undefined;
  let place: ValuePlace | undefined;
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
function describe(above: readonly (ASTNode | readonly ASTNode[])[], keys: readonly (string | number)[]) {
  let place: ValuePlace | undefined;
  const within = (step: string) => {
    if (place) place = { ...place, path: place.path + step, isWhole: false };
  };
  for (const [index, node] of above.entries()) {
    if (!('kind' in node)) continue;
    if (node.kind === Kind.ARGUMENT) {
      place = { holder: `Argument "${node.name.value}"`, path: node.name.value, isWhole: true };
    } else if (node.kind === Kind.VARIABLE_DEFINITION) {
      const { value: name } = node.variable.name;
      place = { holder: `Variable "$${name}"`, path: name, isWhole: true };
    } else if (node.kind === Kind.OBJECT_FIELD) within(`.${node.name.value}`);
    else if (node.kind === Kind.LIST) within(`[${keys[index + 1]}]`);
  }
  return place;
}

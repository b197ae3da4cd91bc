import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';

/** The object types of the contract, and those of introspection. */
export function objectTypes(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) ? [type.name] : []));
}

/** A field, and the object type that is gone on from. */
export type Step = { parent: GraphQLNamedType; field: GraphQLField<unknown, unknown>; target: GraphQLNamedType };

/** The shortest way from a root to an object type. */
export function wayTo(schema: GraphQLSchema, target: string): { root: GraphQLNamedType; path: Step[] } {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (!root) continue;
    const ways = new Map<string, Step[]>([[root.name, []]]);
    for (const [name, path] of ways) {
      if (name === target) return { root, path };
      const parent = schema.getType(name);
      for (const field of parent ? fieldsOf(schema, parent) : []) {
        const target = getNamedType(field.type);
        // An interface is no way to a type: what a random id names is seldom of it.
        if (parent && isObjectType(target) && !ways.has(target.name)) {
          ways.set(target.name, [...path, { parent, field, target }]);
        }
      }
    }
  }
  throw new Error(`No way leads to ${target}.`);
}

/** Its fields, and those that graphql adds to it. */
export function fieldsOf(schema: GraphQLSchema, type: GraphQLNamedType): GraphQLField<unknown, unknown>[] {
  const own = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const meta = type === schema.getQueryType() ? [SchemaMetaFieldDef, TypeMetaFieldDef] : [];
  return [...own, ...meta, TypeNameMetaFieldDef];
}

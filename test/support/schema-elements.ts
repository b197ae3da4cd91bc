import {
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';

type Told = { description?: string | null; deprecationReason?: string | null };
export type Element = { name: string; description: string; deprecationReason: string | null };

/** Every type that is the schema's own with its fields, arguments, input fields and enum values, named by coordinates. */
export function elementsOf(schema: GraphQLSchema): Element[] {
  const own = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  return own.flatMap((type) => {
    const whole = element(type.name, type);
    if (isEnumType(type)) {
      return [whole, ...type.getValues().map((value) => element(`${type.name}.${value.name}`, value))];
    }
    if (isInputObjectType(type)) {
      return [whole, ...Object.values(type.getFields()).map((field) => element(`${type.name}.${field.name}`, field))];
    }
    if (!isObjectType(type) && !isInterfaceType(type)) return [whole];
    const fields = Object.values(type.getFields()).flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      return [element(name, field), ...field.args.map((arg) => element(`${name}(${arg.name})`, arg))];
    });
    return [whole, ...fields];
  });
}

function element(name: string, { description, deprecationReason }: Told): Element {
  return { name, description: description?.trim() ?? '', deprecationReason: deprecationReason ?? null };
}

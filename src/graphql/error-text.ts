import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const MAXIMUM_LENGTH = 300;

/**
 * Makes graphql's own messages fit to leave the service: they quote the document and the variables, in which a person's
 * data may stand. Only words of the contract stay in quotes, whatever is printed without quotes is cut off.
 */
export function createTextCleaner(schema: GraphQLSchema): (message: string) => string {
  const words = wordsOf(schema);
  const isKnown = (quoted: string) => quoted.split(/[^_0-9A-Za-z]+/).every((word) => word === '' || words.has(word));
  return (message) =>
    message
      .replace(/ got invalid value .*$/s, (tail) => ` got an invalid value.${reasonIn(tail)}`)
      .replace(/, found .*$/s, '.')
      .replace(/ (?:cannot represent|but got)\b.*$/s, ' cannot take this value.')
      .replace(/"([^"]*)"/g, (text, quoted: string) => (isKnown(quoted) ? text : '"…"'))
      .slice(0, MAXIMUM_LENGTH);
}

// What follows the printed value. Quotes in it are judged like all others, so a value cannot pose as a reason.
const REASON =
  /; ((?:Field "\w+" is not defined by type "\w+"|Field "\w+" of required type "[\w![\]]+" was not provided|Expected (?:non-nullable )?type "[\w![\]]+"[a-z ]*)\.)/;

function reasonIn(tail: string): string {
  const [, reason] = REASON.exec(tail) ?? [];
  return reason ? ` ${reason}` : '';
}

function wordsOf(schema: GraphQLSchema): Set<string> {
  const words = new Set(['']);
  for (const type of Object.values(schema.getTypeMap())) {
    words.add(type.name);
    if (isEnumType(type)) for (const { name } of type.getValues()) words.add(name);
    if (isInputObjectType(type) || isInterfaceType(type) || isObjectType(type)) {
      for (const [name, field] of Object.entries(type.getFields())) {
        words.add(name);
        if ('args' in field) for (const argument of field.args) words.add(argument.name);
      }
    }
  }
  for (const directive of schema.getDirectives()) words.add(directive.name);
  return words;
}

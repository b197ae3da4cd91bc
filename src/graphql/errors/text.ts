import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const MAXIMUM_LENGTH = 300;

export type CleanText = (message: string, callerNames: ReadonlySet<string>) => string;

/**
 * Makes graphql's own messages fit to leave the service: they quote the document and the variables, in which a person's
 * data may stand. Only names stay in quotes, the contract's and those that the caller itself wrote; whatever is printed
 * without quotes is cut off.
 */
export function createTextCleaner(schema: GraphQLSchema): CleanText {
  const words = wordsOf(schema);
  const isName = (quoted: string, callerNames: ReadonlySet<string>) => {
    // Numbers only as places in lists: others may be anybody's.
    const wordsIn = quoted.replace(/\[\d+\]/g, '').match(/\w+/g) ?? [];
    return /^[\w.$@![\]{} ]*$/.test(quoted) && wordsIn.every((word) => words.has(word) || callerNames.has(word));
  };
  return (message, callerNames) => {
    if (message.startsWith('Syntax Error')) return cleanSyntaxError(message).slice(0, MAXIMUM_LENGTH);
    return message
      .replace(/ got invalid value .*$/s, (tail) => ` got an invalid value${reasonIn(tail)}`)
      .replace(/, found .*$/s, '.')
      .replace(/ (?:cannot represent|but got)\b.*$/s, ' cannot take this value.')
      .replace(/"([^"]*)"/g, (text, quoted: string) => (isName(quoted, callerNames) ? text : '"…"'))
      .slice(0, MAXIMUM_LENGTH);
  };
}

// It quotes the token at which parsing ended: a name and punctuation may be told, a string or a number is a value.
function cleanSyntaxError(message: string): string {
  return message
    .replace(/, found (?!Name "|"|<EOF>).*$/s, '.')
    .replace(/(Name )?"([^"]*)"/g, (text, name: string | undefined, quoted: string) =>
      name !== undefined || /^\W{1,3}$/.test(quoted) ? text : '"…"',
    );
}

// What follows the printed value: where in the variable, and why. The value itself may hold anything, even what looks like
// this; but all that is kept of it is the fixed words here, and quotes, which are judged like all others.
const REASON = new RegExp(
  `(?<place> at "[^"]*")?; (?<reason>${[
    'Field "[^"]*" is not defined by type "[^"]*"',
    'Field "[^"]*" of required type "[^"]*" was not provided',
    'Value "[^"]*" does not exist in "[^"]*" enum',
    'Expected type "[^"]*" to be an object',
    'Expected (?:non-nullable )?type "[^"]*"(?: not to be null)?',
    '[A-Za-z]+ cannot represent',
  ].join('|')})`,
);

function reasonIn(tail: string): string {
  const { place = '', reason } = REASON.exec(tail)?.groups ?? {};
  if (reason === undefined) return '.';
  return reason.endsWith('cannot represent') ? `${place}: it is of another type.` : `${place}: ${reason}.`;
}

function wordsOf(schema: GraphQLSchema): Set<string> {
  const words = new Set<string>();
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

import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

const MAXIMUM_LENGTH = 300;

/** `place` is that of the value that the message is about, if it stands in the document. */
export type CleanText = (message: string, callerNames: ReadonlySet<string>, place?: string) => string;

/**
 * Returns a function that removes personal data from graphql's own messages, which quote the document and the variables. Only
 * names stay in quotes: those of the schema and those that the caller itself wrote. What is printed without quotes is cut off.
 */
export function createTextCleaner(schema: GraphQLSchema): CleanText {
  const words = wordsOf(schema);
  const isName = (quoted: string, callerNames: ReadonlySet<string>) => {
    // Numbers stay only as positions in lists, since others may be personal data.
    const wordsIn = quoted.replace(/\[\d+\]/g, '').match(/\w+/g) ?? [];
    return /^[\w.$@![\]{} ]*$/.test(quoted) && wordsIn.every((word) => words.has(word) || callerNames.has(word));
  };
  return (message, callerNames, place) => {
    if (message.startsWith('Syntax Error')) return cleanSyntaxError(message).slice(0, MAXIMUM_LENGTH);
    return (
      message
        .replace(/ got invalid value .*$/s, (tail) => ` got an invalid value${reasonIn(tail)}`)
        .replace(/ has invalid value .*$/s, ' has an invalid value.')
        .replace(/, found .*$/s, '.')
        .replace(/ (?:cannot represent|but got)\b.*$/s, ' cannot take this value.')
        // The word that was given may happen to be a name. It is a value all the same.
        .replace(/^Value "[^"]*"/, 'Value "…"')
        // graphql tells only the position of a value in the document.
        .replace(/\.( Did you mean .*)?$/s, (end) => (place === undefined ? end : ` at "${place}"${end}`))
        .replace(/"([^"]*)"/g, (text, quoted: string) => (isName(quoted, callerNames) ? text : '"…"'))
        .slice(0, MAXIMUM_LENGTH)
    );
  };
}

// A syntax error quotes the token at which parsing ended: a name or punctuation may be shown, but a string or number is a value.
function cleanSyntaxError(message: string): string {
  return message
    .replace(/, found (?!Name "|"|<EOF>).*$/s, '.')
    .replace(/(Name )?"([^"]*)"/g, (text, name: string | undefined, quoted: string) =>
      name !== undefined || /^\W{1,3}$/.test(quoted) ? text : '"…"',
    );
}

// The text after the printed value: where it is, and why. The value itself may contain text that looks like this. But only the
// fixed words below are kept, and quotes, which are checked like all others.
const REASON = new RegExp(
  `(?<place> at "[^"]*")?; (?:${[
    '(?<reason>Field "[^"]*" is not defined by type "[^"]*"',
    'Field "[^"]*" of required type "[^"]*" was not provided',
    'Expected type "[^"]*" to be an object',
    'Expected (?:non-nullable )?type "[^"]*"(?: not to be null)?)',
    'Value "[^"]*" does not exist in "(?<enumType>[^"]*)" enum',
    '(?:Enum )?"?(?<type>[A-Za-z]+)"? cannot represent',
  ].join('|')})`,
);

function reasonIn(tail: string): string {
  const { place = '', reason, enumType, type } = REASON.exec(tail)?.groups ?? {};
  if (reason !== undefined) return `${place}: ${reason}.`;
  if (enumType !== undefined) return `${place}: Value "…" does not exist in "${enumType}" enum.`;
  return type === undefined ? '.' : `${place}: Expected type "${type}".`;
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

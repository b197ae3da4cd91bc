/** Why a row is not sent. */
export type RowProblem =
  | { code: 'UNCLOSED' | 'TOO_MANY_CELLS' }
  | { code: 'TOO_LONG' | 'NUL'; header: string }
  | { code: 'UNKNOWN_ENVIRONMENT' | 'AMBIGUOUS_ENVIRONMENTS' | 'UNKNOWN_IDENTITY'; value: string };

/** To a person who reads English; the page says it in other languages. */
export function inProse(problems: readonly RowProblem[]): string {
  return [...new Set(problems.map(sentence))].join('. ');
}

function sentence(problem: RowProblem): string {
  switch (problem.code) {
    case 'UNCLOSED':
      return 'A quotation mark, or the card, is never closed: the rest of the file is in this row';
    case 'TOO_MANY_CELLS':
      return 'There are more cells than columns: a text that contains the separator needs quotation marks';
    case 'TOO_LONG':
      return `${problem.header} is longer than it can be`;
    case 'NUL':
      return `${problem.header} contains a NUL character`;
    case 'UNKNOWN_ENVIRONMENT':
      return `There is no environment ${shorten(problem.value)}`;
    case 'AMBIGUOUS_ENVIRONMENTS':
      return `${shorten(problem.value)} can mean different environments: rename the one that has a ; in its name`;
    case 'UNKNOWN_IDENTITY':
      return `${shorten(problem.value)} is not an id on a channel, such as TELEGRAM:123456789`;
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `"${text.slice(0, 60)}…"` : `"${text}"`;
}

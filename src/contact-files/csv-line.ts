// What a spreadsheet runs: at the start of a cell, but also behind a separator in it, because where another one than the comma is
// usual, a spreadsheet splits the line there. Quotes may be taken off before. Of several apostrophes only one is ours.
const LIVE = /(?<![^,;|\t\r\n])(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^(?='*[\t\r\n])/g;
const DISARMED = /(?<![^,;|\t\r\n])'(?=['"]*[=+\-@\uff1d\uff0b\uff0d\uff20])|^'(?='*[\t\r\n])/g;
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$/;

/** One line of RFC 4180, in which no cell is live: what a spreadsheet would run as a formula gets an apostrophe in front. */
export function toCsvLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

// Most cells have none of these, and are looked through once. What runs stands at the start, unless there is a separator or a quote.
const SUSPECT = /["',;|\t\r\n]|^[=+\-@\uff1d\uff0b\uff0d\uff20\s]|\s$/;

function toCell(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const safe = text.replace(LIVE, "'");
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes off the apostrophes that `toCsvLine` puts in front. Another apostrophe stays. */
export function rearm(cell: string): string {
  return cell.includes("'") ? cell.replace(DISARMED, '') : cell;
}

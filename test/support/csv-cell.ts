const SEPARATORS = [...',;|\t\r\n'];
const LIVE = [...'=+-@＝＋－＠'];

/** A cell as a CSV file should have it, told character by character. */
export function tellCell(text: string): string {
  return quoted(armless(text));
}

/** With an apostrophe wherever a piece between separators begins live, quotes aside, or the cell is a break. */
export function armless(text: string): string {
  const begins = (at: number) => at === 0 || SEPARATORS.includes(text.charAt(at - 1));
  const after = (at: number, passed: string) => {
    let next = at;
    while (next < text.length && passed.includes(text.charAt(next))) next += 1;
    return text.charAt(next);
  };
  const isBreak = ['\t', '\r', '\n'].includes(after(0, "'"));
  // By code units, as `at` counts.
  const safe = text.split('').map((character, at) => {
    const isLive = begins(at) && LIVE.includes(after(at, `'"`));
    return isLive || (at === 0 && isBreak) ? `'${character}` : character;
  });
  return safe.join('');
}

function quoted(text: string): string {
  const needs = [...SEPARATORS, '"'].some((each) => text.includes(each)) || text.trim() !== text;
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Digits of any script (Arabic-Indic, full-width, ...) become 0-9. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, digitValue);
}

/** Every Unicode dash and the minus sign become '-'. */
export function plainDashes(text: string): string {
  return text.replace(/[\p{Pd}\u2212]/gu, '-');
}

/** Whether the text has at least one visible character. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** Removes invisible characters at both ends: white space, control characters, direction marks. Empty if nothing else is there. */
export function trimInvisible(text: string): string {
  // Fast path: nearly every text is empty, or begins and ends with a plain character, and access checks trim a hundred at once.
  if (text === '' || /^[!-~](?:.*[!-~])?$/s.test(text)) return text;
  const characters = Array.from(text);
  const first = characters.findIndex(isVisible);
  return first === -1 ? '' : characters.slice(first, characters.findLastIndex(isVisible) + 1).join('');
}

// The last three are blank on the screen, though they are symbols or marks: U+2800 (Braille), U+16FE4 (Khitan), U+1D159 (music).
const VISIBLE = /[^\p{Cc}\p{Cf}\p{Cs}\p{Z}\p{Default_Ignorable_Code_Point}\u2800\u{16FE4}\u{1D159}]/u;

// Unicode assigns decimal digits in runs of ten that begin with zero, so the position in the run is the value.
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((codePoint - start) % 10);
}

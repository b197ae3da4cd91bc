/** Digits of any script (Arabic-Indic, full-width, ...) become 0-9. */
export function plainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, digitValue);
}

/** Every Unicode dash and the minus sign become '-'. */
export function plainDashes(text: string): string {
  return text.replace(/[\p{Pd}\u2212]/gu, '-');
}

// Unicode assigns decimal digits in runs of ten that begin with zero, so the place in the run is the value.
function digitValue(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let start = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((codePoint - start) % 10);
}

import { ContactFileError } from './contact-file-error.ts';

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'Windows-1252';

/**
 * Decodes a text whose encoding nothing tells. UTF-16 is known by its mark, or by the zero bytes of the first letters. What is no
 * valid UTF-8 is Windows-1252, in which Excel saves "CSV" in the Americas and Western Europe.
 */
export function decode(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const encoding = wideEncoding(bytes) ?? (isUtf8(bytes) ? 'UTF-8' : 'Windows-1252');
  // The decoder takes off a byte order mark.
  const text = new TextDecoder(encoding).decode(bytes);
  if (isBinary(text)) throw new ContactFileError('NOT_TEXT');
  if (text.trim() === '') throw new ContactFileError('EMPTY');
  return { text, encoding };
}

function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'UTF-16LE';
  if (first === 0xfe && second === 0xff) return 'UTF-16BE';
  const head = bytes.subarray(0, 400);
  const zerosAt = (rest: number) => head.filter((byte, at) => byte === 0 && at % 2 === rest).length;
  if (zerosAt(1) > head.length / 4 && zerosAt(0) < head.length / 40) return 'UTF-16LE';
  return zerosAt(0) > head.length / 4 && zerosAt(1) < head.length / 40 ? 'UTF-16BE' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

// A text may contain a stray NUL, in one row that is told as bad. Of a program or a database more than one in a hundred
// characters is a control character.
function isBinary(text: string): boolean {
  const head = text.slice(0, 4000);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted
  const control = head.match(/[\0-\x08\x0e-\x1f]/g)?.length ?? 0;
  return control > 1 && control > head.length / 100;
}

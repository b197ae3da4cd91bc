import { ContactFileError, type ContactFileErrorCode } from './contact-file-error.ts';

/** In bytes. */
export const LARGEST_FILE = 100_000_000;

// What such files begin with, in hexadecimal digits: PNG, JPEG, GIF, BMP, RIFF (WebP), TIFF, icons, HEIC and AVIF; and so on.
const SIGNATURES: [begins: RegExp, code: ContactFileErrorCode][] = [
  [/^(89504e47|ffd8ff|47494638|424d.{8}00000000|52494646|49492a00|4d4d002a|00000100|.{8}66747970)/, 'PICTURE'],
  [/^25504446/, 'PDF'],
  [/^d0cf11e0a1b11ae1/, 'SPREADSHEET'],
  [/^(504b0304|504b0506|1f8b|425a68|377abcaf|fd377a58|52617221|28b52ffd)/, 'ARCHIVE'],
];

// Excel, LibreOffice and Numbers pack their files as zip archives, in which these names come early.
const SPREADSHEET_PARTS = /xl\/|\[Content_Types\]\.xml|opendocument\.spreadsheet|Index\//;
const MARKUP = /^(\xef\xbb\xbf)?\s*<(!doctype html|html|svg|\?xml)/i;

/** Throws a ContactFileError if the file is certainly no text, whatever its name says. */
export function refuseOtherKinds(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new ContactFileError('EMPTY');
  if (bytes.length > LARGEST_FILE) throw new ContactFileError('TOO_LARGE');
  const head = String.fromCharCode(...bytes.subarray(0, 4000));
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const [, code] = SIGNATURES.find(([begins]) => begins.test(hex)) ?? [];
  if (code === 'ARCHIVE' && SPREADSHEET_PARTS.test(head)) throw new ContactFileError('SPREADSHEET');
  if (code) throw new ContactFileError(code);
  if (MARKUP.test(head)) throw new ContactFileError('WEB_PAGE');
}

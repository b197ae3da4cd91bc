export type ContactFileErrorCode =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'PICTURE'
  | 'PDF'
  | 'SPREADSHEET'
  | 'ARCHIVE'
  | 'WEB_PAGE'
  | 'NOT_TEXT'
  | 'NO_ROWS';

const MESSAGES: Record<ContactFileErrorCode, string> = {
  EMPTY: 'This file is empty',
  TOO_LARGE: 'This file is larger than 100 MB. Split it into several',
  PICTURE: 'This file is a picture. Choose a CSV file or vCards (.vcf)',
  PDF: 'This file is a PDF. Choose a CSV file or vCards (.vcf)',
  SPREADSHEET: 'This file is a spreadsheet. Open it and save it as CSV (UTF-8), then choose that file',
  ARCHIVE: 'This file is a packed archive. Unpack it and choose the CSV file or the vCards (.vcf) in it',
  WEB_PAGE: 'This file is a web page. Choose a CSV file or vCards (.vcf)',
  NOT_TEXT: 'This file is neither a CSV file nor vCards',
  NO_ROWS: 'There is nobody in this file',
};

/** Why nothing can be read from a file at all. The message is for the person who chose it; the code is for translations. */
export class ContactFileError extends Error {
  override name = 'ContactFileError';
  code: ContactFileErrorCode;

  constructor(code: ContactFileErrorCode) {
    super(MESSAGES[code]);
    this.code = code;
  }
}

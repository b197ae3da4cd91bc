import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import type { Field } from '../../contact-files/columns.ts';
import type { ContactFileErrorCode } from '../../contact-files/contact-file-error.ts';
import type { RowProblem } from '../../contact-files/row-problem.ts';

const FILE_PROBLEMS: Record<ContactFileErrorCode, MessageDescriptor> = {
  EMPTY: msg`This file is empty`,
  TOO_LARGE: msg`This file is larger than 100 MB. Split it into several`,
  PICTURE: msg`This file is a picture. Choose a CSV file or vCards (.vcf)`,
  PDF: msg`This file is a PDF. Choose a CSV file or vCards (.vcf)`,
  SPREADSHEET: msg`This file is a spreadsheet. Open it and save it as CSV (UTF-8), then choose that file`,
  ARCHIVE: msg`This file is a packed archive. Unpack it and choose the CSV file or the vCards (.vcf) in it`,
  WEB_PAGE: msg`This file is a web page. Choose a CSV file or vCards (.vcf)`,
  NOT_TEXT: msg`This file is neither a CSV file nor vCards`,
  NO_ROWS: msg`There is nobody in this file`,
};

const FIELDS: Record<Field, MessageDescriptor> = {
  phoneNumber: msg`Phone number`,
  email: msg`Email`,
  firstName: msg`First name`,
  middleName: msg`Middle name`,
  lastName: msg`Last name`,
  fullName: msg`Full name`,
  environments: msg`Environments`,
  channelIdentities: msg`Ids on channels`,
};

/** Why nothing can be read from a file. */
export function fileProblem(code: ContactFileErrorCode): string {
  return i18n._(FILE_PROBLEMS[code]);
}

export function fieldName(field: Field): string {
  return i18n._(FIELDS[field]);
}

/** Why a row is not sent. */
export function rowProblem(problems: readonly RowProblem[]): string {
  return [...new Set(problems.map(sentence))].join('. ');
}

function sentence(problem: RowProblem): string {
  switch (problem.code) {
    case 'UNCLOSED':
      return t`A quotation mark, or the card, is never closed: the rest of the file is in this row`;
    case 'TOO_MANY_CELLS':
      return t`There are more cells than columns: a text that contains the separator needs quotation marks`;
    case 'TOO_LONG': {
      const { header } = problem;
      return t`${header} is longer than it can be`;
    }
    case 'NUL': {
      const { header } = problem;
      return t`${header} contains a NUL character`;
    }
    case 'UNKNOWN_ENVIRONMENT': {
      const name = shorten(problem.value);
      return t`There is no environment “${name}”`;
    }
    case 'AMBIGUOUS_ENVIRONMENTS': {
      const text = shorten(problem.value);
      return t`“${text}” can mean different environments: rename the one that has a ; in its name`;
    }
    case 'UNKNOWN_IDENTITY': {
      const text = shorten(problem.value);
      return t`“${text}” is not an id on a channel, such as TELEGRAM:123456789`;
    }
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

import { plural, t } from '@lingui/core/macro';
import type { UserErrorCode } from '../generated/graphql.ts';
import { formatNumber } from '../language/format.ts';

type Refusal = { code?: string; message: string };

/** Says the refusals of an answer in the language of the page; one that is not known stays in the API's English. */
export function translateRefusals(found: unknown): void {
  if (typeof found !== 'object' || found === null) return;
  for (const [name, value] of Object.entries(found)) {
    if (name === 'userErrors') (value as Refusal[]).forEach(translate);
    translateRefusals(value);
  }
}

/** The same for an error that has no answer beside it. */
export function translateError(code: string | undefined): string | undefined {
  return ERRORS[code ?? '']?.();
}

function translate(refusal: Refusal): void {
  const words = WORDS[refusal.code as UserErrorCode];
  if (words) refusal.message = words(numberIn(refusal.message));
}

// A limit or a count: the code alone does not tell it.
function numberIn(message: string): number {
  return Number(message.match(/\d[\d,]*/)?.[0].replaceAll(',', '') ?? 0);
}

const WORDS: Record<UserErrorCode, (told: number) => string> = {
  PHONE_NUMBER_REQUIRED: () => t`Phone number is required`,
  PHONE_NUMBER_INVALID: () =>
    t`Phone number must begin with + and the country code, with as many digits as usual there (10 to 15), no letters and no extension, e.g. +1 555-123-4567`,
  PHONE_NUMBER_TAKEN: () => t`Another user has this phone number`,
  PHONE_NUMBER_BLOCKED: () => t`This phone number is blocked: lift the block first`,
  PHONE_NUMBER_MISMATCH: () =>
    t`This request came with a phone number alone, and the user has another one: change the user’s phone number instead`,
  EMAIL_INVALID: () => t`This is not an e-mail address`,
  EMAIL_TAKEN: () => t`Another user has this e-mail address`,
  FIRST_NAME_REQUIRED: () => t`First name is required`,
  LAST_NAME_REQUIRED: () => t`Last name is required`,
  ENVIRONMENT_REQUIRED: () => t`Please select at least one environment`,
  LAST_ENVIRONMENT: (users) =>
    users > 0
      ? t`${plural(users, {
          one: '# user has no other environment. Give them another one first',
          other: '# users have no other environment. Give them another one first',
        })}`
      : t`User must have at least one environment`,
  ENVIRONMENT_NOT_FOUND: () => t`One of the environments is not in this project`,
  ENVIRONMENTS_NOT_ALLOWED: () => t`Only a GATEWAY key of one project can be bound to environments`,
  VERSION_CONFLICT: () => t`The user was changed by somebody else meanwhile`,
  NOT_FOUND: () => t`This is not there any more`,
  SELF_REGISTRATION_CLOSED: () => t`This environment does not take newcomers: an owner must add them`,
  IDENTITY_CONFLICT: () => t`The phone number, the id or the e-mail address is another user’s`,
  IDENTITY_TAKEN: () => t`Another user has this id`,
  LAST_IDENTITY: () =>
    t`Nothing else could recognise this user: there is no phone number and no other channel identity`,
  SENDER_INVALID: () => t`This is not the id of one person on this channel`,
  SENDER_BLOCKED: () => t`This sender is blocked: lift the block first`,
  TOO_MANY: (limit) => t`There can be at most ${formatNumber(limit)} of these`,
  TOO_LONG: (limit) => t`This can be at most ${formatNumber(limit)} characters long`,
  NAME_REQUIRED: () => t`Name is required`,
  NAME_TAKEN: () => t`Another environment has this name`,
  TYPE_REQUIRED: () => t`Type is required`,
  ROLE_REQUIRED: () => t`Role is required`,
  ROLE_NOT_ALLOWED: () => t`A person cannot be a gateway`,
  SUBJECT_REQUIRED: () => t`Subject is required`,
  SUBJECT_INVALID: (limit) => t`Subject can be at most ${formatNumber(limit)} ASCII characters long`,
  SUBJECT_TAKEN: () => t`This person is a member of the project already`,
  EXPIRY_IN_PAST: () => t`The expiry must lie in the future`,
  EXPIRY_TOO_FAR: (days) => t`An invitation lasts at most ${plural(days, { one: '# day', other: '# days' })}`,
  ALREADY_DECIDED: () => t`This request was decided already`,
  INVITATION_INVALID: () => t`This code is not good: it may be mistyped, used or out of date`,
  COUNT_CHANGED: (users) => t`The selection has ${formatNumber(users)} now`,
  TELEGRAM_BOT_INVALID: () =>
    t`The name of a Telegram bot has 5 to 32 letters, digits and underscores, and ends in “bot”`,
};

const ERRORS: Record<string, () => string> = {
  FORBIDDEN: () => t`You may not do this`,
  BAD_USER_INPUT: () => t`The service does not understand what it was asked`,
  RATE_LIMITED: () => t`Too much was asked at once; try again in a minute`,
  SERVICE_UNAVAILABLE: () => t`The service cannot answer just now; try again.`,
  INTERNAL_SERVER_ERROR: () => t`Something went wrong in the service`,
};

import { Wrong } from './form.ts';
import { type Problem, problem } from './refusal.ts';
import { phoneNumberInvalid } from './user-form.ts';
import { explainExternalId } from './values/external-id.ts';
import { type Channel, type InvalidPart, parseSender, type Sender, type SenderInput } from './values/sender.ts';

/** Reads whom a gateway or an owner names as the sender. */
export function readSender(input: SenderInput, field: string): Sender | Wrong {
  const parsed = parseSender(input);
  if ('sender' in parsed) return parsed.sender;
  return new Wrong(...parsed.invalid.map((part) => senderProblem(input, part, field)));
}

/** The problem with a part of a sender, at its path inside the input. */
function senderProblem(input: SenderInput, invalid: InvalidPart, field: string): Problem {
  switch (invalid) {
    case 'phoneNumber':
      return phoneNumberInvalid([field, 'phoneNumber'], input.phoneNumber ?? '', input.channel);
    case 'externalId':
      return externalIdProblem([field, 'externalId'], input.channel, input.externalId ?? '');
    case 'email':
      return problem(
        [field, 'email'],
        'SENDER_INVALID',
        "Only Slack confirms e-mail addresses: send one that is well-formed, beside the sender's id on Slack, or none",
      );
    case 'sender':
      return problem(field, 'SENDER_INVALID', "Give a phone number or the sender's id on the channel");
  }
}

/** The problem with a malformed channel id: why it is wrong, and what to send instead. */
export function externalIdProblem(field: string | string[], channel: Channel, text: string): Problem {
  return problem(field, 'SENDER_INVALID', explainExternalId(channel, text));
}

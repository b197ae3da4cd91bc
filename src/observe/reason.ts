// E-mail addresses, and numbers as long as a phone number, in case one got into a message.
const PERSONAL = /\S+@\S+|\d{7,}/g;

export function withoutPersonal(message: string): string {
  return message.replace(PERSONAL, '…');
}

/**
 * What a log may hold of an error that tells of the database's or the network's state. PostgreSQL's own messages of that kind, and
 * those of poolers, quote no values; what other messages quote, `createFaultLog` leaves out.
 */
export function describeReason(reason: unknown): Record<string, unknown> {
  if (!(reason instanceof Error)) return { ...Object(reason) };
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : undefined;
  return { type: reason.name, code, message: withoutPersonal(messageOf(reason)) };
}

// A refused connection is one error for each address that was tried, without a message of its own.
function messageOf(error: Error): string {
  if (!(error instanceof AggregateError)) return error.message;
  return [...new Set(error.errors.map((each) => (each instanceof Error ? messageOf(each) : '')))].join('; ');
}

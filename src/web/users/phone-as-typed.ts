let phones: typeof import('libphonenumber-js/min') | undefined;

/** Fetches every country's numbering plan: as much code as a fifth of the page, so it comes after it. */
export async function loadNumberingPlans(): Promise<void> {
  phones = await import('libphonenumber-js/min');
}

const INTERNATIONAL_SO_FAR = /^\+[\d\s().-]*\d$/;

/** Groups an international number as it is typed at its end. Whatever else is typed stays as it is, for the API to judge. */
export function phoneAsTyped(text: string, previous: string): string {
  if (!phones || !text.startsWith(previous.trimEnd()) || !INTERNATIONAL_SO_FAR.test(text)) return text;
  const grouped = new phones.AsYouType().input(text);
  return digitsOf(grouped) === digitsOf(text) ? grouped : text;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

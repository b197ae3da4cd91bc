/** What the page speaks: each language by its own name, and which way it is written. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  pt: { name: 'Português', direction: 'ltr' },
  ar: { name: 'العربية', direction: 'rtl' },
  de: { name: 'Deutsch', direction: 'ltr' },
} as const;

export type Language = keyof typeof LANGUAGES;

/** A language, and the tag to write its numbers and dates by: English as written in Britain, say. */
export type Choice = { language: Language; locale: string };

/** The first wish that the page speaks; `remembered` comes before the browser's wishes, in the region that they tell. */
export function chooseLanguage(remembered: string | null, wishes: readonly string[]): Choice {
  const choices = wishes.flatMap(toChoice);
  const [asked] = toChoice(remembered ?? '');
  if (asked) return choices.find(({ language }) => language === asked.language) ?? asked;
  return choices[0] ?? { language: 'en', locale: 'en' };
}

function toChoice(tag: string): Choice[] {
  try {
    // Without its extensions, which may ask for the digits of another language.
    const { language, baseName } = new Intl.Locale(tag);
    return isLanguage(language) ? [{ language, locale: baseName }] : [];
  } catch {
    return [];
  }
}

function isLanguage(name: string): name is Language {
  return name in LANGUAGES;
}

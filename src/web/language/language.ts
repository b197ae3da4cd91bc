import { i18n, type Messages } from '@lingui/core';
import { type CompiledMessage, compileMessage } from '@lingui/message-utils/compileMessage';
import { type Choice, chooseLanguage, LANGUAGES, type Language } from './languages.ts';

type Catalog = { messages: Messages };

// Vite compiles each into a chunk of its own; only the one that is spoken is fetched.
const CATALOGS: Record<Exclude<Language, 'en'>, () => Promise<Catalog>> = {
  es: () => import('../locales/es.po'),
  pt: () => import('../locales/pt.po'),
  ar: () => import('../locales/ar.po'),
  de: () => import('../locales/de.po'),
};

const REMEMBERED = 'language';

/** Speaks what was chosen here before, or else what the browser asks for; English if its catalog cannot be had. */
export async function startLanguage(): Promise<void> {
  // What is said before the catalog is there is said in English.
  speakEnglish();
  await speak(chooseLanguage(localStorage.getItem(REMEMBERED), navigator.languages)).catch(() =>
    speak({ language: 'en', locale: 'en' }),
  );
}

/** For what is all in English, as GraphiQL is. */
export function speakEnglish(): void {
  i18n.setMessagesCompiler(compileOnce);
  i18n.loadAndActivate({ locale: 'en', locales: 'en', messages: {} });
}

/** Speaks this language from now on; if its catalog cannot be had now, after the next start. */
export async function changeLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await speak(chooseLanguage(language, navigator.languages));
}

async function speak({ language, locale }: Choice): Promise<void> {
  // The English stands in the code itself.
  const { messages } = language === 'en' ? { messages: {} } : await CATALOGS[language]();
  Object.assign(document.documentElement, { lang: language, dir: LANGUAGES[language].direction });
  i18n.loadAndActivate({ locale: language, locales: locale, messages });
}

const compiled = new Map<string, CompiledMessage>();
// Most messages have none, and to read one takes long.
const HAS_PARTS = /[{}']/;

// A list says the same of each of its rows.
function compileOnce(message: string): CompiledMessage {
  const known = compiled.get(message) ?? (HAS_PARTS.test(message) ? compileMessage(message) : [message]);
  compiled.set(message, known);
  return known;
}

/** The tag to write numbers, dates and names of countries by. */
export function currentLocale(): string {
  return String(i18n.locales ?? i18n.locale);
}

/** The language of the page. */
export function currentLanguage(): Language {
  return i18n.locale as Language;
}

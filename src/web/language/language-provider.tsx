import { i18n } from '@lingui/core';
import { I18nProvider, useLingui } from '@lingui/react';
import { DirectionProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { currentLanguage } from './language.ts';
import { LANGUAGES } from './languages.ts';

/** Draws everything inside anew when the language changes, so that a text may be made wherever the page is drawn. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  return (
    <I18nProvider i18n={i18n}>
      <InLanguage>{children}</InLanguage>
    </I18nProvider>
  );
}

function InLanguage({ children }: { children: ReactNode }) {
  useLingui();
  const language = currentLanguage();
  return (
    <DirectionProvider key={language} initialDirection={LANGUAGES[language].direction} detectDirection={false}>
      {children}
    </DirectionProvider>
  );
}

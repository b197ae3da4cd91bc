import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { changeLanguage, currentLanguage } from '../language/language.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';

/** Chooses the language of the page, each by its own name; remembered by this browser. */
export function LanguageItems() {
  const current = currentLanguage();
  return (
    <>
      <Menu.Label>
        <Trans>Language</Trans>
      </Menu.Label>
      {(Object.keys(LANGUAGES) as Language[]).map((language) => (
        <Menu.Item
          key={language}
          lang={language}
          role="menuitemradio"
          aria-checked={language === current}
          fw={language === current ? 600 : undefined}
          onClick={() => void changeLanguage(language)}
        >
          {LANGUAGES[language].name}
        </Menu.Item>
      ))}
    </>
  );
}

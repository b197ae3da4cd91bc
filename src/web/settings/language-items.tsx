import { Trans } from '@lingui/react/macro';
import { Menu } from '@mantine/core';
import { currentLanguage } from '../language/language.ts';
import { LANGUAGES, type Language } from '../language/languages.ts';
import { switchLanguage } from './switch-language.ts';

/** Chooses the language of the page, each by its own name; remembered by this browser. */
export function LanguageItems() {
  return (
    <Menu.RadioGroup value={currentLanguage()} onChange={(language) => void switchLanguage(language as Language)}>
      <Menu.Label>
        <Trans>Language</Trans>
      </Menu.Label>
      {Object.entries(LANGUAGES).map(([language, { name }]) => (
        <Menu.RadioItem key={language} value={language} lang={language}>
          {name}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}

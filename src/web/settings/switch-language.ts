import { t } from '@lingui/core/macro';
import { notifications } from '@mantine/notifications';
import { changeLanguage } from '../language/language.ts';
import type { Language } from '../language/languages.ts';
import { loadNewerPage } from '../parts/newer-page.ts';

/** Changes the language of the page, or says that it could not. */
export async function switchLanguage(language: Language): Promise<void> {
  try {
    await changeLanguage(language);
  } catch {
    await loadNewerPage();
    notifications.show({ color: 'red', title: t`Something went wrong`, message: t`Reload the page` });
  }
}

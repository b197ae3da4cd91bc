import { currentLocale } from './language.ts';

/** Countries by their names in the language of the page, sorted as that language sorts. */
export function byName<Country extends { country: string }>(countries: Country[]): (Country & { name: string })[] {
  const locale = currentLocale();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const { compare } = new Intl.Collator(locale);
  return countries
    .map((each) => ({ ...each, name: names.of(each.country) ?? each.country }))
    .sort((a, b) => compare(a.name, b.name));
}

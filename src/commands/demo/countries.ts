import type { allFakers } from '@faker-js/faker';

/** Where people come from: whose names they bear, how many there are, and how mobile numbers begin and go on. */
export type Country = {
  code: string;
  locale: keyof typeof allFakers;
  weight: number;
  prefixes: readonly string[];
  /** How many digits follow the prefix. */
  digits: number;
};

export const COUNTRIES: readonly Country[] = [
  { code: 'US', locale: 'en', weight: 8, prefixes: ['12125', '13055', '14155', '17135'], digits: 6 },
  { code: 'GB', locale: 'en', weight: 4, prefixes: ['4474', '4475', '4477', '4478'], digits: 8 },
  { code: 'AU', locale: 'en_AU', weight: 2, prefixes: ['614'], digits: 8 },
  { code: 'IN', locale: 'en_IN', weight: 8, prefixes: ['9170', '9198', '9199'], digits: 8 },
  { code: 'NG', locale: 'yo_NG', weight: 3, prefixes: ['234803', '234806'], digits: 7 },
  { code: 'GH', locale: 'en_GH', weight: 1, prefixes: ['23324'], digits: 7 },
  { code: 'ZA', locale: 'zu_ZA', weight: 2, prefixes: ['2782', '2783'], digits: 7 },
  { code: 'BR', locale: 'pt_BR', weight: 8, prefixes: ['55119', '55219'], digits: 8 },
  { code: 'PT', locale: 'pt_PT', weight: 1, prefixes: ['3519'], digits: 8 },
  { code: 'MX', locale: 'es_MX', weight: 6, prefixes: ['5255', '5233'], digits: 8 },
  { code: 'AR', locale: 'es', weight: 3, prefixes: ['54911'], digits: 8 },
  { code: 'ES', locale: 'es', weight: 3, prefixes: ['346'], digits: 8 },
  { code: 'FR', locale: 'fr', weight: 3, prefixes: ['336', '337'], digits: 8 },
  { code: 'SN', locale: 'fr_SN', weight: 1, prefixes: ['22177'], digits: 7 },
  { code: 'DE', locale: 'de', weight: 5, prefixes: ['49151', '49157', '49176'], digits: 8 },
  { code: 'CH', locale: 'de_CH', weight: 1, prefixes: ['4178', '4179'], digits: 7 },
  { code: 'IT', locale: 'it', weight: 3, prefixes: ['39333', '39347'], digits: 7 },
  { code: 'NL', locale: 'nl', weight: 2, prefixes: ['316'], digits: 8 },
  { code: 'DK', locale: 'da', weight: 1, prefixes: ['452'], digits: 7 },
  { code: 'NO', locale: 'nb_NO', weight: 1, prefixes: ['474', '479'], digits: 7 },
  { code: 'SE', locale: 'sv', weight: 1, prefixes: ['4670', '4673'], digits: 7 },
  { code: 'FI', locale: 'fi', weight: 1, prefixes: ['35840', '35850'], digits: 7 },
  { code: 'LV', locale: 'lv', weight: 1, prefixes: ['3712'], digits: 7 },
  { code: 'PL', locale: 'pl', weight: 2, prefixes: ['485', '486'], digits: 8 },
  { code: 'CZ', locale: 'cs_CZ', weight: 1, prefixes: ['4206', '4207'], digits: 8 },
  { code: 'HU', locale: 'hu', weight: 1, prefixes: ['3620', '3630'], digits: 7 },
  { code: 'RO', locale: 'ro', weight: 1, prefixes: ['407'], digits: 8 },
  { code: 'RS', locale: 'sr_RS_latin', weight: 1, prefixes: ['38160', '38164'], digits: 7 },
  { code: 'MK', locale: 'mk', weight: 1, prefixes: ['3897'], digits: 7 },
  { code: 'GR', locale: 'el', weight: 2, prefixes: ['3069'], digits: 8 },
  { code: 'TR', locale: 'tr', weight: 3, prefixes: ['9053', '9054'], digits: 8 },
  { code: 'UA', locale: 'uk', weight: 2, prefixes: ['38050', '38067'], digits: 7 },
  { code: 'RU', locale: 'ru', weight: 3, prefixes: ['7903', '7916', '7926'], digits: 7 },
  { code: 'GE', locale: 'ka_GE', weight: 1, prefixes: ['9955'], digits: 8 },
  { code: 'AM', locale: 'hy', weight: 1, prefixes: ['37491', '37494'], digits: 6 },
  { code: 'UZ', locale: 'uz_UZ_latin', weight: 1, prefixes: ['99890', '99893'], digits: 7 },
  { code: 'IL', locale: 'he', weight: 1, prefixes: ['97250', '97254'], digits: 7 },
  { code: 'EG', locale: 'ar', weight: 3, prefixes: ['2010', '2011'], digits: 8 },
  { code: 'SA', locale: 'ar', weight: 2, prefixes: ['9665'], digits: 8 },
  { code: 'IR', locale: 'fa', weight: 2, prefixes: ['98912', '98935'], digits: 7 },
  { code: 'IQ', locale: 'ku_ckb', weight: 1, prefixes: ['964750'], digits: 7 },
  { code: 'PK', locale: 'ur', weight: 2, prefixes: ['92300', '92321'], digits: 7 },
  { code: 'NP', locale: 'ne', weight: 1, prefixes: ['977984', '977981'], digits: 7 },
  { code: 'MV', locale: 'dv', weight: 1, prefixes: ['9607', '9609'], digits: 6 },
  { code: 'TH', locale: 'th', weight: 2, prefixes: ['668', '669'], digits: 8 },
  { code: 'VN', locale: 'vi', weight: 2, prefixes: ['849'], digits: 8 },
  { code: 'ID', locale: 'id_ID', weight: 4, prefixes: ['62812', '62813'], digits: 8 },
  { code: 'CN', locale: 'zh_CN', weight: 4, prefixes: ['86138', '86139'], digits: 8 },
  { code: 'TW', locale: 'zh_TW', weight: 1, prefixes: ['8869'], digits: 8 },
  { code: 'JP', locale: 'ja', weight: 3, prefixes: ['8180', '8190'], digits: 8 },
  { code: 'KR', locale: 'ko', weight: 2, prefixes: ['8210'], digits: 8 },
];

/** Whose people have a name between the two. */
export const LOCALES_WITH_MIDDLE_NAMES: ReadonlySet<string> = new Set(['en', 'da', 'ru', 'uk', 'ku_ckb']);

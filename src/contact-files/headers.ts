import type { Field } from './columns.ts';

// Headers as `plain` writes them: of Google Contacts (before 2024 and since), Outlook, HubSpot, Apple's and Thunderbird's exports,
// ours, and the usual words of English, Spanish, Portuguese, German, French and Arabic.
const FIELD_OF: Record<Field, RegExp> = {
  phoneNumber: oneOf(
    'phones? ?\\d*( value)?|(tele)?phone( number| no)?( \\d+)?|(primary|main|first) (tele)?phone( number)?|mobile( (tele)?phone)?( number)?( \\d+)?|(cell|cellular)( phone)?( number)?',
    '(home|business|work|company main|other) phone( \\d+)?|whats ?app( phone)?( number)?|tel( (nr|no|cell))?|msisdn|contact number',
    '(numero( de)? )?(telefono|telefone|celular|movil|telemovel)( movil| celular| principal)?( \\d+)?|(telefon|handy|mobil)( ?nr| ?nummer| ?telefon)?( \\d+)?|rufnummer',
    '(numero de )?telephone( portable)?|(رقم )?(ال)?(هاتف|جوال|موبايل|تليفون)( المحمول| الجوال)?',
  ),
  email: oneOf(
    '(primary |work |personal |home )?e ?mails?( address(es)?)?|e ?mail \\d+( (value|address))?|mail',
    'correo( electronico)?|(endereco de )?e ?mail( principal)?|(direccion de )?(correo|e ?mail)( electronico)?|e ?mail ?adresse|adresse e ?mail|courriel',
    '(ال)?بريد( (ال)?الكتروني)?|ايميل',
  ),
  firstName: oneOf(
    'first( |)name|given( |)name|forename|first',
    'nombres?( de pila)?|primer nombre|nome( proprio)?|primeiro nome|vorname|prenom|الاسم الاول|الاسم الشخصي',
  ),
  middleName: oneOf(
    '(middle|additional)( |)names?',
    'segundo nombre|nome do meio|segundo nome|zweiter vorname|الاسم الاوسط|اسم الاب',
  ),
  lastName: oneOf(
    'last( |)name|family( |)name|surname|last',
    'apellidos?|(sobrenome|apelido)s?|ultimo nome|nachname|familienname|nom( de famille)?|(اسم )?(ال)?(عائله|كنيه)|الاسم الاخير|اللقب',
  ),
  fullName: oneOf(
    '(full|display|contact)?( |)name|contact|person',
    'nombre( y apellidos?| completo)|nome completo|(vollstandiger |ganzer )?name|nom complet|(ال)?اسم( (ال)?كامل)?',
  ),
  environments: oneOf('environments?', '(entorno|ambiente|umgebung)(s|en)?', '(ال)?(بيئات|بيئه)'),
  channelIdentities: oneOf('channel identit(y|ies)'),
};

// Columns of those exports, and of ours, that say nothing of what we keep.
const USELESS = oneOf(
  'problem|creation source|created at|last seen at|id|record id( contact)?',
  '(phonetic|yomi|given name|additional name|family name) .*|name (prefix|suffix)|title|suffix|initials|nick ?name|short name|maiden name|file as|.*\\b(photo|notes?|labels?|groups? membership|birthday|anniversary|gender)\\b.*',
  '(phone|e ?mail|address|website|relation|event|organization|custom field|im|jot|calendar link|external id|language) \\d+ .*|organization .*|e ?mail( \\d+)? (type|display name)',
  '.*\\b(street|city|state|country|region|postal code|zip( code)?|po box|address|fax|pager|web ?page|website( url)?|callback|telex|isdn|tty tdd phone|car phone|radio phone|assistant ?s (phone|name))\\b.*',
  '(company|organization)( name)?|associated company.*|job title|department|office location|profession|account|manager ?s name|spouse|children|referred by|categories|keywords|hobby|occupation|mileage|billing information|directory server|subject|sensitivity|priority|private|(government|organizational) id( number)?|language|location|internet free busy|user [1-4]',
  'contact owner|lead status|lifecycle stage|(create|last activity|last modified) date.*|marketing contact status|original source',
);

/** The field that a header names, or null. */
export function knownField(header: string): Field | null {
  const text = plain(header);
  const fields = Object.keys(FIELD_OF) as Field[];
  return fields.find((field) => FIELD_OF[field].test(text)) ?? null;
}

/** Whether a header is one of a usual export that has nothing for us. */
export function isKnownAsUseless(header: string): boolean {
  return USELESS.test(plain(header));
}

function oneOf(...patterns: string[]): RegExp {
  return new RegExp(`^(?:${withoutMarks(patterns.join('|'))})$`);
}

/** Without case, accents and punctuation. */
function plain(header: string): string {
  return withoutMarks(header.toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Without accents; Arabic letters that are written in two ways in one. */
function withoutMarks(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ة/g, 'ه');
}

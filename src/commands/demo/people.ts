import { allFakers, type Faker } from '@faker-js/faker';
import type { Channel, EnvironmentRow, EnvironmentType } from '../../database/tables.ts';
import type { ImportedUser } from '../../domain/import-users.ts';
import { COUNTRIES, type Country, LOCALES_WITH_MIDDLE_NAMES } from './countries.ts';

const TWO_YEARS_MS = 2 * 365 * 24 * 60 * 60 * 1000;
const EMAIL_DOMAINS = ['example.com', 'example.org', 'example.net', 'mail.example', 'correo.example', 'post.example'];

type Environments = readonly Pick<EnvironmentRow, 'id' | 'type'>[];
type Names = Pick<ImportedUser, 'firstName' | 'middleName' | 'lastName'>;

/**
 * People without end, the same for the same seed; no two share a phone number, an e-mail address or a channel id.
 * Remembers only how many there were of each country, so that millions fit in little memory.
 */
export function* makePeople(environments: Environments, seed: number): Generator<ImportedUser, never> {
  for (const faker of Object.values(allFakers)) faker.seed(seed);
  const countries = COUNTRIES.flatMap((country) => Array<Country>(country.weight).fill(country));
  const counts = new Map<Country, number>();
  const chance = allFakers.en;
  for (let index = 0; ; index++) {
    const country = chance.helpers.arrayElement(countries);
    const count = counts.get(country) ?? 0;
    counts.set(country, count + 1);
    const person = { country, index, seed, phoneNumber: phoneNumber(country, scatter(count, seed)) };
    yield chance.datatype.boolean(0.4)
      ? invite(chance, person, environments)
      : registerSelf(chance, person, environments);
  }
}

type Person = { country: Country; index: number; seed: number; phoneNumber: string };

function invite(chance: Faker, person: Person, environments: Environments): ImportedUser {
  const names = makeNames(chance, person.country);
  const types = chance.helpers.weightedArrayElement<EnvironmentType[]>([
    { weight: 70, value: ['PRODUCTION'] },
    { weight: 12, value: ['STAGING', 'PRODUCTION'] },
    { weight: 8, value: ['DEVELOPMENT', 'STAGING', 'PRODUCTION'] },
    { weight: 6, value: ['DEVELOPMENT', 'STAGING'] },
    { weight: 4, value: ['DEVELOPMENT'] },
  ]);
  return {
    ...names,
    creationSource: 'INVITED',
    phoneNumber: person.phoneNumber,
    email: chance.datatype.boolean(0.6) ? makeEmail(chance, names, person.index) : null,
    createdAt: makeDate(chance),
    environmentIds: idsOf(environments, types),
  };
}

const CHANNELS: {
  weight: number;
  value: { channel: Channel; knowsPhone: number; knowsNames: number; knowsEmail: number };
}[] = [
  { weight: 65, value: { channel: 'WHATSAPP', knowsPhone: 0.9, knowsNames: 0.85, knowsEmail: 0.1 } },
  { weight: 25, value: { channel: 'TELEGRAM', knowsPhone: 0.25, knowsNames: 0.8, knowsEmail: 0.1 } },
  { weight: 10, value: { channel: 'SLACK', knowsPhone: 0.1, knowsNames: 0.95, knowsEmail: 0.9 } },
];

function registerSelf(chance: Faker, person: Person, environments: Environments): ImportedUser {
  const { channel, knowsPhone, knowsNames, knowsEmail } = chance.helpers.weightedArrayElement(CHANNELS);
  const names = chance.datatype.boolean(knowsNames) ? makeNames(chance, person.country) : {};
  return {
    ...names,
    creationSource: 'SELF_REGISTERED',
    ...(chance.datatype.boolean(knowsPhone) ? { phoneNumber: person.phoneNumber } : {}),
    email: chance.datatype.boolean(knowsEmail) ? makeEmail(chance, names, person.index) : null,
    createdAt: makeDate(chance),
    environmentIds: idsOf(environments, chance.datatype.boolean(0.96) ? ['PRODUCTION'] : ['STAGING', 'PRODUCTION']),
    sender: { channel, externalId: externalId(channel, person) },
  };
}

function makeNames(chance: Faker, { locale }: Country): Names {
  const { person } = allFakers[locale];
  const hasMiddleName = LOCALES_WITH_MIDDLE_NAMES.has(locale) && chance.datatype.boolean(0.4);
  const sex = person.sexType();
  return {
    firstName: person.firstName(sex),
    middleName: hasMiddleName ? person.middleName(sex) : null,
    lastName: person.lastName(sex),
  };
}

// Domains that nobody can own: a demonstration must never write to a stranger.
function makeEmail(chance: Faker, { firstName, lastName }: Names, index: number): string {
  const plain = (name?: string | null) => name?.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const latin = [firstName, lastName].flatMap((name) => plain(name)?.match(/[a-z]+/)?.[0] ?? []);
  const name = latin.length > 0 ? latin.join('.') : chance.color.human().replaceAll(' ', '.');
  return `${name}.${index.toString(36)}@${chance.helpers.arrayElement(EMAIL_DOMAINS)}`;
}

// More people join each month than the month before.
function makeDate(chance: Faker): Date {
  return new Date(Date.now() - Math.round(TWO_YEARS_MS * (1 - Math.sqrt(chance.number.float()))));
}

function idsOf(environments: Environments, types: EnvironmentType[]): string[] {
  const ids = environments.filter(({ type }) => types.includes(type)).map(({ id }) => id);
  return ids.length > 0 ? ids : environments.slice(0, 1).map(({ id }) => id);
}

// Prime to every range below, so that counting up reaches each number once, in an order that looks like none.
const STEP = 61_803_397;

function scatter(count: number, seed: number): (range: number) => number {
  return (range) => (((count * STEP) % range) + (seed % range)) % range;
}

function phoneNumber({ prefixes, digits }: Country, at: (range: number) => number): string {
  const place = at(prefixes.length * 10 ** digits);
  return `+${prefixes[Math.floor(place / 10 ** digits)]}${String(place % 10 ** digits).padStart(digits, '0')}`;
}

function externalId(channel: Channel, { country, index, seed }: Person): string {
  const at = scatter(index, seed);
  if (channel === 'TELEGRAM') return String(100_000_000 + at(9_000_000_000));
  const letters = at(36 ** 6)
    .toString(36)
    .toUpperCase()
    .padStart(6, '0');
  if (channel === 'SLACK') return `T0DEMO:U0${letters}`;
  return `${country.code}.${10 ** 13 + at(9 * 10 ** 13)}`;
}

import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import { elementsOf } from './support/schema-elements.ts';

// The map of the house. The first row that fits a file of src/ tells all that it may import: files of src/ without their
// ending, packages by name. A star stands for any rest; after "type:" only the type may be taken.
const MAP: [file: string, mayImport: string][] = [
  ['main', 'config process/* database/engine/errors domain/provider-discovery http/* node:cluster'],
  [
    'config',
    'oidc-settings type:http/page database/engine/address database/engine/session origins trusted-proxies zod node:*',
  ],
  ['origins', ''],
  ['trusted-proxies', 'proxy-addr node:net'],
  ['oidc-settings', 'domain/values/secure-url type:http/page zod'],
  ['app', 'http/* observe/* graphql/* domain/* database/* process/flushing node:http'],
  ['process/instance-charges', 'process/* database/* type:http/shared-charges lru-cache node:crypto'],
  ['process/*', 'process/* app type:config observe/* http/* postgres/* database/* domain/* node:*'],
  ['observe/open-telemetry*', 'observe/* @opentelemetry/* node:*'],
  ['observe/spans', 'type:observe/* @opentelemetry/api'],
  [
    'observe/*',
    'observe/* type:graphql/request type:graphql/request-ids type:database/engine/* pino prom-client node:*',
  ],

  // Speaks HTTP. Knows the caller, and neither tables nor verbs.
  ['http/metrics-listener', 'http/respond prom-client node:http'],
  ['http/page', 'http/respond http/negotiation sirv node:*'],
  ['http/client-network', 'ipaddr.js proxy-addr node:*'],
  [
    'http/export-endpoints',
    'http/* contact-files/user-file type:observe/* graphql/errors/* type:graphql/* domain/caller-error type:domain/actor node:*',
  ],
  ['http/graphiql', 'http/* @graphql-yoga/render-graphiql/* node:*'],
  ['http/graphql-response', 'http/* graphql/documents/answer-size graphql/errors/* domain/caller-error type:graphql'],
  [
    'http/*',
    'http/* type:observe/* graphql/errors/* type:graphql/* domain/caller-error type:domain/actor lru-cache node:*',
  ],

  // Speaks GraphQL: translates, never decides.
  ['graphql/resolvers/*', 'type:graphql/generated/types graphql/paging/* domain/*'],
  ['graphql/generated/*', 'graphql/* type:graphql graphql-scalars'],
  ['graphql/schema', 'graphql/* graphql @graphql-tools/* node:fs'],
  ['graphql/reads', 'graphql/* database/* domain/* dataloader'],
  ['graphql/loaders', 'database/engine/by-project type:database/* dataloader'],
  [
    'graphql/paging/*',
    'graphql/* database/* domain/caller-error domain/search domain/user-selection domain/values/* zod node:crypto',
  ],
  ['graphql/errors/*', 'graphql/* database/engine/errors domain/* graphql node:crypto'],
  ['graphql/*', 'graphql/* domain/* type:database/* graphql graphql-yoga zod lru-cache'],

  // Decides. Knows neither GraphQL nor SQL text.
  ['domain/values/phone-number', 'domain/values/* libphonenumber-js/* lru-cache'],
  ['domain/values/searched-number', 'domain/values/* libphonenumber-js/*'],
  ['domain/values/*', 'domain/values/* domain/form database/search-conditions type:database/tables zod node:url'],
  ['domain/identity-provider', 'domain/* jose zod'],
  ['domain/*', 'domain/* database/* zod uuid lru-cache node:crypto'],

  // Remembers. Knows nothing above it.
  ['database/enums', ''],
  ['database/columns', 'type:database/enums type:kysely type:libphonenumber-js'],
  ['database/tables', 'type:database/columns type:database/enums type:kysely'],
  [
    'database/engine/*',
    'database/engine/* type:database/tables kysely kysely/* pg pg-connection-string dataloader node:*',
  ],
  ['database/*', 'database/* kysely pg pg-copy-streams node:*'],

  // A PostgreSQL of its own.
  ['postgres/*', 'postgres/* process/keep-running database/engine/errors database/engine/connection pg node:*'],

  // Reads people's files, in the page and in the command; knows nothing of either, nor of the server.
  ['contact-files/csv-records', 'contact-files/* papaparse'],
  ['contact-files/vcard-records', 'contact-files/* vcard4-ts'],
  ['contact-files/chunks', 'contact-files/* @noble/hashes/*'],
  ['contact-files/*', 'contact-files/*'],

  // All rows in one file and back. Knows the schema from the catalog alone, whichever version it has.
  ['backup/format', 'zod'],
  ['backup/*', 'backup/* database/engine/* kysely/migration pg pg-copy-streams node:*'],

  // A client that is packed for others: knows the contract, and needs nothing but fetch.
  ['gateway/*', 'gateway/*'],

  // What an operator types.
  ['commands/with-database', 'config postgres/open database/engine/*'],
  ['commands/build-page', 'http/page vite node:*'],
  ['commands/start', 'main node:*'],
  ['commands/dev', 'config vite node:*'],
  ['commands/demo', 'commands/* config database/* domain/* process/administrator-key zod node:crypto'],
  [
    'commands/*',
    'commands/* config backup/* contact-files/* database/* domain/* zod cli-progress @faker-js/faker node:*',
  ],

  // A client like any other: knows the contract, nothing of the server.
  ['web/vite.config', 'vite @vitejs/* @rolldown/plugin-babel @lingui/* web/generated/* node:url'],
  ['web/language/*', 'web/language/* web/locales/* @lingui/* @mantine/core react'],
  ['web/parts/*', 'web/parts/* web/generated/* web/language/* @lingui/* react @mantine/* @tanstack/* wouter'],
  ['web/viewer/*', 'web/viewer/* web/generated/* web/language/* @lingui/* react @mantine/*'],
  [
    'web/api/*',
    'web/api/* web/parts/drafts web/parts/base-path web/generated/* web/language/* @lingui/* react @tanstack/*',
  ],
  ['web/session/company-account', 'oauth4webapi web/language/* @lingui/*'],
  [
    'web/session/*',
    'web/session/* web/api/* web/viewer/* web/parts/* web/language/* @lingui/* react @mantine/* @tanstack/*',
  ],
  [
    'web/settings/*',
    'web/settings/* web/project/new-project-dialog web/project/use-project-counts web/requests/pending-count web/api/* web/viewer/* web/parts/* web/generated/* web/language/* @lingui/* react @mantine/* @tanstack/* wouter',
  ],
  ['web/import/import-memory', 'web/import/* web/parts/base-path contact-files/* idb-keyval'],
  [
    'web/*',
    'web/* contact-files/* @lingui/* react react-dom/* @mantine/* @tanstack/* wouter qrcode.react @graphql-typed-document-node/* libphonenumber-js/*',
  ],
];

// Every noun of the contract, and the name of its files on each floor. A new one is a line here; the test lists what it lacks.
const NOUNS: Record<string, string> = {
  Project: 'projects',
  Environment: 'environments',
  User: 'users',
  ChannelIdentity: 'channel-identities',
  AccessKey: 'access-keys',
  AccessRequest: 'access-requests',
  BlockedSender: 'blocked-senders',
  ProjectMember: 'project-members',
  Invitation: 'invitations',
  AuditEvent: 'audit-events',
};

// Their fields are columns, each of them: nothing is to be resolved (`graphql/plain-fields.ts`).
const PLAIN_NOUNS = ['ProjectMember'];

// Attempts of strangers and sightings are no changes, and nothing of them is in the trail.
const SILENT = ['createAttemptBuffer', 'createSightingBuffer'];

// The page is built before, and `npm start` goes without what builds it.
const OF_DEVELOPMENT = ['web/*', 'commands/build-page', 'commands/dev'];

// Vite takes from there which React to build, graphql-js how much it checks itself.
const MAY_SEE_ENVIRONMENT = [
  'config',
  'commands/build-page',
  'commands/start',
  // Shows the lines of a gateway, which does.
  'web/project/connect-code',
];

const ROOT = posix.join(import.meta.dirname, '..');

describe('the house', () => {
  it.each(sources())('imports into $name only what its row of the map allows', ({ name, text }) => {
    const [, allowed = ''] = MAP.find(([pattern]) => fits(pattern, name)) ?? [];
    const patterns = allowed.split(' ');
    expect(importsOf(name, text).filter((found) => !patterns.some((pattern) => allows(pattern, found)))).toEqual([]);
  });

  it('takes no development package into what runs in production', () => {
    const inProduction = sources().filter(({ name }) => !OF_DEVELOPMENT.some((pattern) => fits(pattern, name)));
    const packages = inProduction.flatMap(({ name, text }) => importsOf(name, text)).map(packageOf);
    const { devDependencies } = JSON.parse(readFileSync(posix.join(ROOT, 'package.json'), 'utf8'));
    expect(packages.filter((name) => Object.hasOwn(devDependencies, name))).toEqual([]);
  });

  it('reads environment variables in config.ts alone', () => {
    const reading = sources().filter(({ text }) => /\bprocess\.env\b|import\.meta\.env/.test(text));
    expect(namesOf(reading).filter((name) => !MAY_SEE_ENVIRONMENT.includes(name))).toEqual([]);
  });

  it('writes audit in every verb that opens a transaction', () => {
    const functions = sources('domain/*').flatMap(({ text }) => functionsOf(text));
    const verbs = functions.filter(({ body }) => /\b(transact|retryLostRaces)\(/.test(body));
    expect(verbs).not.toEqual([]);
    const silent = verbs.filter((verb) => !reaches(verb, /\baudit(Event)?\(/, functions));
    expect(silent.map(({ name }) => name)).toEqual(SILENT);
  });

  it('has each noun on every floor: contract, domain, database, API tests', () => {
    const floors = Object.entries(NOUNS).flatMap(([noun, files]) => [
      `schema/${noun.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase()}.graphql`,
      ...['src/domain', 'src/database'].map((floor) => `${floor}/${files}.ts`),
      `test/api/${files}.test.ts`,
      ...(PLAIN_NOUNS.includes(noun) ? [] : [`src/graphql/resolvers/${noun}.ts`]),
    ]);
    expect(floors.filter((path) => !existsSync(posix.join(ROOT, path)))).toEqual([]);
  });

  it('keeps every file under 200 lines', () => {
    const long = sources().filter(({ name, text }) => !name.includes('/generated/') && text.split('\n').length > 201);
    expect(namesOf(long)).toEqual([]);
  });

  it('names files in kebab-case, but for the resolvers, which bear the names of types and fields, and what npm shows', () => {
    const names = globSync('{src,test}/**/*.*', { cwd: ROOT, exclude: ['**/node_modules'] }).map((path) =>
      path.split('\\').join('/'),
    );
    const given = [/^src\/graphql\/resolvers\//, /\/README\.md$/, /^test\/clients\/__generated__\//];
    const named = names.filter((path) => !given.some((pattern) => pattern.test(path)));
    expect(named.filter((path) => !/^[a-z0-9.-]+$/.test(posix.basename(path)))).toEqual([]);
  });
});

describe('the contract', () => {
  it('has no noun with an id that is not in the list of nouns', () => {
    const types = Object.values(contract().getTypeMap()).filter(isObjectType);
    const nouns = types.filter((type) => type.getFields().id && type.name !== 'Viewer').map(({ name }) => name);
    expect(nouns.toSorted()).toEqual(Object.keys(NOUNS).toSorted());
  });

  it('describes every type, field, argument, input field, enum value and scalar', () => {
    const undescribed = elementsOf(contract()).filter(({ description }) => description === '');
    expect(undescribed.map(({ name }) => name)).toEqual([]);
  });
});

type Source = { name: string; text: string };

function sources(pattern = '*'): Source[] {
  const paths = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).toSorted();
  return paths
    .map((path) => ({
      name: withoutEnding(path.slice('src/'.length)),
      text: readFileSync(posix.join(ROOT, path), 'utf8'),
    }))
    .filter(({ name }) => fits(pattern, name));
}

function namesOf(found: Source[]): string[] {
  return found.map(({ name }) => name);
}

const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'/gm;
const DYNAMIC_IMPORT = /\bimport\('([^']+)'\)/g;

/** What a file imports, as the map writes it. */
function importsOf(name: string, text: string): string[] {
  const resolve = (target: string) =>
    target.startsWith('.') ? withoutEnding(posix.join(posix.dirname(name), target)) : target;
  return [
    ...Array.from(text.matchAll(IMPORT), ([, type, target = '']) => `${type ? 'type:' : ''}${resolve(target)}`),
    ...Array.from(text.matchAll(DYNAMIC_IMPORT), ([, target = '']) => resolve(target)),
  ];
}

/** The package that holds a module; a type alone is gone when the code runs. */
function packageOf(target: string): string {
  return target.startsWith('type:') ? '' : (/^(@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? '');
}

function withoutEnding(path: string): string {
  return path.replace(/\.(tsx?|gql)$/, '');
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** Where a thing may be imported, so may its type. */
function allows(pattern: string, found: string): boolean {
  return fits(pattern, found) || (found.startsWith('type:') && fits(pattern, found.slice('type:'.length)));
}

type Function = { name: string; body: string };

function functionsOf(text: string): Function[] {
  const found = text.matchAll(/^(?:export )?(?:async )?function (\w+)[\s\S]*?^}/gm);
  return Array.from(found, ([body, name = '']) => ({ name, body }));
}

/** Whether the function, or one of the others that it calls, matches. */
function reaches({ body }: Function, pattern: RegExp, others: Function[]): boolean {
  if (pattern.test(body)) return true;
  const called = others.filter(({ name }) => new RegExp(`\\b${name}\\(`).test(body.slice(body.indexOf('('))));
  const rest = others.filter((other) => !called.includes(other));
  return called.some((other) => reaches(other, pattern, rest));
}

function contract(): GraphQLSchema {
  const files = globSync('schema/*.graphql', { cwd: ROOT });
  return buildSchema(files.map((path) => readFileSync(posix.join(ROOT, path), 'utf8')).join('\n'));
}

/** The variables as JSON text. */
export type Heavy = { query: string; variables?: string };

/** Makes a request of a size: `full` is the largest that the limits of a document, or of a body, let in. */
export type Shape = { name: string; full: number; half?: number; make: (size: number) => Heavy };

const USER = 'user(id: "00000000-0000-4000-8000-000000000000")';
const PROJECT = 'project(id: "00000000-0000-4000-8000-000000000000")';
const FILTERED = `query ($ids: [ID!], $filter: UserFilter) { ${PROJECT} {
  a: users(filter: { environmentIds: $ids }) { totalCount } b: users(filter: $filter) { totalCount } } }`;

/** What takes long where a walk looks at the same thing again, or at each thing beside each other. */
export const SHAPES: Shape[] = [
  shape('a field repeated', 990, (n) => `{ ${repeat(n, () => '__typename')} }`),
  shape('a field repeated, as often as it may', 30, (n) => `{ ${USER} { ${repeat(n, () => 'email')} } }`),
  shape('a field repeated with fields in it', 200, (n) => `{ ${repeat(n, () => 'viewer { name }')} }`),
  shape('a field repeated with an argument', 108, (n) => `{ ${repeat(n, () => `${USER} { id }`)} }`),
  shape('a field repeated with other arguments', 108, (n) => `{ ${PROJECT} { ${repeat(n, users)} } }`),
  shape(
    'a field repeated with other arguments, as often as it may',
    30,
    (n) => `{ ${PROJECT} { ${repeat(n, users)} } }`,
  ),
  shape('a plain field repeated with other arguments', 150, (n) => `{ ${USER} { ${repeat(n, phoneNumber)} } }`),
  shape(
    'repeated fields in repeated fields',
    14,
    (n) => {
      const inner = repeat(n, () => 'project { id }');
      return `{ ${repeat(n, () => `viewer { projects { users { nodes { ${inner} } } } }`)} }`;
    },
    10,
  ),
  shape(
    'a field with other arguments in as many fragments',
    48,
    (n) => `{ ${PROJECT} { ${repeat(n, (i) => `...F${i}`)} } } ${repeat(n, (i) => fragment(i, 'Project', users(i)))}`,
  ),
  shape(
    'a field with other arguments in as many fragments as may be',
    30,
    (n) => `{ ${PROJECT} { ${repeat(n, (i) => `...F${i}`)} } } ${repeat(n, (i) => fragment(i, 'Project', users(i)))}`,
  ),
  shape('a fragment repeated', 480, (n) => `{ ${repeat(n, () => '...F0')} } ${fragment(0, 'Query', '__typename')}`),
  shape('fragments that are not there', 490, (n) => `{ ${repeat(n, (i) => `...F${i}`)} }`),
  shape('fragments that nothing spreads', 140, (n) => `{ __typename } ${repeat(n, (i) => fragment(i, 'User', 'id'))}`),
  chained('a chain of fragments', 105, (next) => `id ...F${next}`),
  chained('a chain of fragments, as long as it may be', 28, (next) => `id ...F${next}`),
  chained('fragments that double', 80, (next) => `id ...F${next} ...F${next}`),
  chained('fragments that double, as long as they may', 28, (next) => `id ...F${next} ...F${next}`),
  chained('fragments that double in fields', 26, (next) => `project { users { nodes { ...F${next} } } } ...F${next}`),
  shape(
    'a ring of fragments',
    100,
    (n) => `{ ${USER} { ...F0 } } ${repeat(n, (i) => fragment(i, 'User', `...F${(i + 1) % n}`))}`,
  ),
  shape('inline fragments in depth', 330, (n) => `{ ${'... { '.repeat(n)} __typename ${'}'.repeat(n)} }`),
  shape('inline fragments in depth, each with a field', 190, (n) => `{ ${'id ... { '.repeat(n)} id ${'}'.repeat(n)} }`),
  shape('fields in depth', 320, (n) => `{ ${'viewer { '.repeat(n)} name ${'}'.repeat(n)} }`),
  shape('operations', 195, (n) => repeat(n, (i) => `query Q${i} { __typename }`)),
  shape('operations that share a fragment full of variables', 26, (n) => {
    const operations = repeat(n, (i) => `query Q${i}($a: ID!) { ...F0 }`);
    return `${operations} ${fragment(
      0,
      'Query',
      repeat(n, () => 'user(id: $a) { id }'),
    )}`;
  }),
  shape('variables', 240, (n) => `query (${repeat(n, (i) => `$v${i}: Int`)}) { __typename }`),
  shape('a variable defined again and again', 240, (n) => `query (${repeat(n, () => '$v: Int')}) { __typename }`),
  shape(
    'variables that are used',
    130,
    (n) => `query (${repeat(n, (i) => `$v${i}: ID!`)}) { ${PROJECT} { ${ids(repeat(n, (i) => `$v${i}`))} } }`,
  ),
  shape('variables that are not defined', 450, (n) => `{ ${PROJECT} { ${ids(repeat(n, (i) => `$v${i}`))} } }`),
  shape('a list', 950, (n) => `{ ${PROJECT} { ${ids(repeat(n, () => '""'))} } }`),
  shape('a list of objects', 150, (n) => checks(`[${repeat(n, () => '{ channel: SLACK }')}]`)),
  shape('a list in lists', 460, (n) => `{ ${PROJECT} { ${ids(`${'['.repeat(n)}${']'.repeat(n)}`)} } }`),
  shape('an object in objects', 230, (n) => checks(`${'{ a: '.repeat(n)}1${' }'.repeat(n)}`)),
  shape('a field of an object repeated', 300, (n) => checks(`{ ${repeat(n, () => 'channel: SLACK')} }`)),
  shape('an argument repeated', 320, (n) => `{ user(${repeat(n, () => 'id: 1')}) { id } }`),
  shape('a directive repeated', 130, (n) => `{ __typename ${repeat(n, () => '@include(if: true)')} }`),
  shape('directives that are not there', 480, (n) => `{ __typename ${repeat(n, (i) => `@d${i}`)} }`),
  shape('fields that are not there', 990, (n) => `{ ${repeat(n, (i) => `f${i}`)} }`),
  shape(
    'fields that are nearly there',
    10,
    (n) => `{ ${USER} { ${repeat(n, (i) => `${'firstNam'.repeat(190)}${i}`)} } }`,
  ),
  shape('a name of 16 kB', 15_900, (n) => `{ ${'f'.repeat(n)} }`),
  shape('a number of 16 kB', 15_800, (n) => `{ ${PROJECT} { users(first: ${'9'.repeat(n)}) { totalCount } } }`),
  shape('a comment of 16 kB', 15_900, (n) => `{ __typename } #${'x'.repeat(n)}`),
  shape('a block string of 16 kB', 7900, (n) => `{ user(id: """${'\n '.repeat(n)}""") { id } }`),
  // In a body of 256 kB.
  posted('variables: a list of ids', 6000, (n) => ({
    ids: Array.from({ length: n }, () => '00000000-0000-4000-8000-000000000000'),
  })),
  posted('variables: a list of lists', 80_000, (n) => ({ ids: Array.from({ length: n }, () => []) })),
  deep('variables: lists in depth', 100_000),
  posted('variables: nulls for ids', 45_000, (n) => ({ ids: Array.from({ length: n }, () => null) })),
  posted('variables: more than are defined', 28_000, (n) => numbered(n, 1)),
  posted('variables: a value that looks like what is said of one', 20_000, (n) => ({
    ids: { ['" at "'.repeat(n)]: 1 },
  })),
  posted('variables: fields that are not there', 28_000, (n) => ({ filter: numbered(n, 1) })),
  posted('variables: fields that are not there, as many as may be', 1000, (n) => ({ filter: numbered(n, 1) })),
  posted('variables: fields that are not there, in fields that are not there', 900, (n) => ({
    filter: numbered(n, numbered(32, 1)),
  })),
  posted('variables: texts in fields that are not there', 25, (n) => ({ filter: numbered(n, 'x'.repeat(9900)) })),
];

function shape(name: string, full: number, make: (size: number) => string, half = Math.floor(full / 2)): Shape {
  return { name, full, half, make: (size) => ({ query: make(size) }) };
}

function posted(name: string, full: number, make: (size: number) => object): Shape {
  return { name, full, make: (size) => ({ query: FILTERED, variables: JSON.stringify(make(size)) }) };
}

function deep(name: string, full: number): Shape {
  // JSON.stringify would not come to its end.
  return {
    name,
    full,
    make: (size) => ({ query: FILTERED, variables: `{"ids":${'['.repeat(size)}${']'.repeat(size)}}` }),
  };
}

function chained(name: string, full: number, link: (next: number) => string): Shape {
  return shape(
    name,
    full,
    (n) => `{ ${USER} { ...F0 } } ${repeat(n, (i) => fragment(i, 'User', link(i + 1)))} ${fragment(n, 'User', 'id')}`,
  );
}

function fragment(index: number, on: string, selections: string): string {
  return `fragment F${index} on ${on} { ${selections} }`;
}

function users(index: number): string {
  return `users(first: ${index}) { totalCount }`;
}

function phoneNumber(index: number): string {
  return `phoneNumber(format: ${index % 2 ? 'E164' : 'INTERNATIONAL'})`;
}

function ids(list: string): string {
  return `users(filter: { environmentIds: [${list}] }) { totalCount }`;
}

function checks(senders: string): string {
  return `{ checkAccessBatch(environmentId: "x", senders: ${senders}) { allowed } }`;
}

function numbered(count: number, value: unknown): object {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index.toString(36)}`, value]));
}

function repeat(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join(' ');
}

export async function post(url: string, key: string, { query, variables = '{}' }: Heavy, signal?: AbortSignal) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
    ...(signal ? { signal } : {}),
  });
  return response.text();
}

import pg from 'pg';
import { DIVIDED } from './divided-tables.ts';

/** A statement as it was sent, with some of the values it came with. */
export type SentStatement = { text: string; samples: (readonly unknown[])[] };

const MOST_SAMPLES = 10;

/**
 * Takes down what connections with this application name send from now on, each text once. Named by their text in the map.
 */
export function tapStatements(applicationName: string): Map<string, SentStatement> {
  const sent = new Map<string, SentStatement>();
  const { query } = pg.Client.prototype;
  Reflect.set(pg.Client.prototype, 'query', function tapped(this: pg.Client, ...given: unknown[]) {
    if (Reflect.get(this, 'connectionParameters')?.application_name === applicationName) {
      const [first, second] = given;
      const { text, values = [] } =
        typeof first === 'string' ? { text: first, values: second } : (first as pg.QueryConfig);
      const statement = sent.get(text) ?? { text, samples: [] };
      if (statement.samples.length < MOST_SAMPLES) statement.samples.push(values as unknown[]);
      sent.set(text, statement);
    }
    return Reflect.apply(query, this, given);
  });
  return sent;
}

/**
 * What statements do without naming one project: a list of faults, each with the text. The judge is PostgreSQL's planner, told by EXPLAIN: every
 * scan of a divided table must have `project_id = …` among its own conditions, every insert must write such a value, and all these
 * values of a statement must be the same one. So a cluster sends the statement to one node.
 */
export async function findUnnamed(connectionString: string, statements: Iterable<SentStatement>): Promise<string[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const faults: string[] = [];
  try {
    for (const statement of statements) {
      if (!isPlanned(statement.text) || LOOKING_FOR_A_PROJECT.some((pattern) => pattern.test(statement.text))) continue;
      const { rows } = await client.query(`explain (generic_plan, verbose, costs off, format json) ${statement.text}`);
      const fault = judge(rows[0]['QUERY PLAN'][0].Plan, statement);
      if (fault) faults.push(`${fault}: ${statement.text}`);
    }
  } finally {
    await client.end();
  }
  return faults;
}

function isPlanned(text: string): boolean {
  return /^\s*(\/\*.*?\*\/\s*)?(select|insert|update|delete|with)\b/i.test(text);
}

/** They tell the project that the next statement names: by one look into an index, on every node. */
const LOOKING_FOR_A_PROJECT = [
  // Whose is what a workspace's key, or a person with several projects, names by its id alone?
  /^select ("id", )?"project_id" from "\w+" where \(\$1::uuid\[\] is null or "project_id" = any\(\$2::uuid\[\]\)\) and "id" = (\$3|any\(\$3::uuid\[\]\))$/,
  // The same of ids of rows of any table.
  /^\s*with asked as \(select unnest\(\$1::uuid\[\]\) as id\), found as /,
  // In which project is the oldest of what a job deletes?
  /^select "project_id", "(created_at|last_attempt_at)" as "at" from "(idempotency_keys|access_requests)" where .* limit \$\d$/,
  // In which projects did somebody knock in the last minutes?
  /^select distinct "project_id" from "access_requests" where last_attempt_at > now\(\) - interval '5 minutes' and /,
];

type Plan = Record<string, unknown> & { Plans?: Plan[]; Output?: string[] };

function judge(plan: Plan, statement: SentStatement): string | undefined {
  const named = new Set<string>();
  for (const node of nodesOf(plan)) {
    const table = String(node['Relation Name'] ?? '');
    if (!DIVIDED.includes(table)) continue;
    const isInsert = node['Node Type'] === 'ModifyTable' && node.Operation === 'Insert';
    if (node['Node Type'] === 'ModifyTable' && !isInsert) continue;
    const projects = isInsert ? insertedProjects(node, statement.text) : scannedProjects(node);
    if (projects.length === 0) return `${isInsert ? 'inserts into' : 'reads'} ${table} without a project`;
    for (const project of projects) named.add(project);
  }
  for (const values of statement.samples) {
    const projects = new Set([...named].map((name) => (/^\$/.test(name) ? values[Number(name.slice(1)) - 1] : name)));
    if (projects.size > 1) return `names several projects (${[...named]})`;
  }
  return undefined;
}

function* nodesOf(plan: Plan): Generator<Plan> {
  yield plan;
  for (const child of plan.Plans ?? []) yield* nodesOf(child);
}

const PROJECT = /^(\$\d+|'[0-9a-f-]{36}'::uuid)$/;

function scannedProjects(scan: Plan): string[] {
  const conditions = ['Index Cond', 'Recheck Cond', 'Filter'].flatMap((kind) => conjuncts(String(scan[kind] ?? '')));
  const start = `${String(scan.Alias)}.project_id = `;
  return conditions
    .flatMap((each) => (each.startsWith(start) ? each.slice(start.length) : []))
    .filter((each) => PROJECT.test(each));
}

/** The project is the first column of every divided table. */
function insertedProjects(insert: Plan, text: string): string[] {
  // Beside the source there may be the queries of a WITH clause.
  let source = insert.Plans?.find((each) => each['Parent Relationship'] === 'Outer');
  while (source?.['Node Type'] === 'Subquery Scan') [source] = source.Plans ?? [];
  const project = source?.Output?.[0] ?? '';
  if (PROJECT.test(project)) return [project];
  // Of several rows that are listed in the text, each begins with its project.
  const [, list = ''] =
    /^insert into "\w+" \("project_id", .*?\) values (\(.*?\))( on conflict| returning|$)/.exec(text) ?? [];
  return project === '"*VALUES*".column1' ? Array.from(list.matchAll(/\((\$\d+)/g), ([, each]) => String(each)) : [];
}

/** The conditions that must all hold. */
function conjuncts(condition: string): string[] {
  const inner = /^\((.*)\)$/.exec(condition)?.[1] ?? condition;
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const word of inner.split(/(\(|\)| AND )/)) {
    if (word === ' AND ' && depth === 0) {
      parts.push(part);
      part = '';
      continue;
    }
    if (word === '(') depth += 1;
    if (word === ')') depth -= 1;
    part += word;
  }
  return [...parts, part].map((each) => /^\((.*)\)$/.exec(each)?.[1] ?? each);
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureBeside, toBesideTable } from './beside.ts';
import { compare } from './compare.ts';
import { CONTENDERS } from './contenders.ts';
import { measureExport, toExportText } from './export.ts';
import { measureFlood, toFloodTable } from './flood.ts';
import { measureGrowth, toGrowthTable } from './growth.ts';
import { measureImport, toImportText } from './import.ts';
import { measureIndexes, toIndexesTable } from './indexes.ts';
import type { Inputs } from './inputs.ts';
import { toMarkdown } from './markdown.ts';
import { type Letter, OPERATIONS } from './operations.ts';
import { toSvg } from './plot.ts';
import { measureProcesses, toProcessesTable } from './processes.ts';
import { profile } from './profile.ts';
import { measureRemovals, toRemovalsTable } from './removals.ts';
import { describeMachine, type Report, toTables } from './report.ts';
import { measureSearch, toSearchTable } from './search.ts';
import { BENCH_FOLDER, type BenchDatabase, withClient } from './seed.ts';
import { soak, toSoakTables } from './soak.ts';
import { chooseTerms } from './terms.ts';
import { measureWal, toWalTable } from './wal.ts';

export type Options = {
  users: number;
  rounds: number;
  seconds: number;
  connections: number;
  minutes: number;
  letters: readonly Letter[];
  contenders: readonly string[];
};
export type Command = (database: BenchDatabase, inputs: Inputs, options: Options) => Promise<void>;

export const COMMANDS: Record<string, Command> = {
  async compare(database, inputs, { contenders, ...options }) {
    const chosen = CONTENDERS.filter(({ name }) => contenders.includes(name));
    const results = await compare(database, inputs, { ...options, contenders: chosen });
    const { users, rounds, seconds } = options;
    const report: Report = { users, rounds, seconds, machine: describeMachine(), node: process.version, results };
    write('speed.json', JSON.stringify(report, null, 2));
    write('speed.md', `${toMarkdown(report)}\n`);
    write('speed.svg', toSvg(report));
    console.log(`\n${toTables(report)}\n\n${toMarkdown(report)}`);
  },

  async search(database, _inputs, options) {
    const classes = await withClient(database.connectionString, (db) => chooseTerms(db, database.seeded.projectId));
    const results = await measureSearch(database, classes, options);
    write('search.json', JSON.stringify(results, null, 2));
    console.log(toSearchTable(results));
  },

  async soak(database, inputs, { minutes }) {
    const result = await soak(database, inputs, minutes);
    write('soak.json', JSON.stringify(result, null, 2));
    console.log(toSoakTables(result));
  },

  async import(database, inputs, options) {
    const report = await measureImport(database, inputs, options);
    write('import.json', JSON.stringify(report, null, 2));
    console.log(toImportText(report, options.users));
  },

  async indexes(database, _inputs, options) {
    const prices = await measureIndexes(database, options);
    write('indexes.json', JSON.stringify(prices, null, 2));
    console.log(toIndexesTable(prices));
  },

  async wal(database, inputs, options) {
    const results = await measureWal(database, inputs, options);
    write('wal.json', JSON.stringify(results, null, 2));
    console.log(toWalTable(results));
  },

  async export(database, _inputs, { rounds }) {
    const report = await measureExport(database, rounds);
    write('export.json', JSON.stringify(report, null, 2));
    console.log(toExportText(report));
  },

  async profile(database, inputs, { letters, seconds }) {
    const [ours] = CONTENDERS;
    if (!ours) return;
    for (const operation of OPERATIONS.filter(({ letter }) => letters.includes(letter) && letter !== 'E')) {
      console.log(await profile(database, ours, operation, operation.variables(inputs, []), seconds));
    }
  },

  async processes(database, inputs, options) {
    const results = await measureProcesses(database, inputs, options);
    write('processes.json', JSON.stringify(results, null, 2));
    console.log(toProcessesTable(results));
  },

  async flood(database, inputs, options) {
    const results = await measureFlood(database, inputs, options);
    write('flood.json', JSON.stringify(results, null, 2));
    console.log(toFloodTable(results));
  },

  async beside(database, inputs, options) {
    const results = await measureBeside(database, inputs, options);
    write('beside.json', JSON.stringify(results, null, 2));
    console.log(toBesideTable(results));
  },

  async growth(database, inputs, options) {
    const results = await measureGrowth(database, inputs, options);
    write('growth.json', JSON.stringify(results, null, 2));
    console.log(toGrowthTable(results));
  },

  async removals(database, inputs, { users }) {
    const results = await measureRemovals(database, inputs, users);
    write('removals.json', JSON.stringify(results, null, 2));
    console.log(toRemovalsTable(results));
  },
};

function write(file: string, text: string): void {
  const folder = join(BENCH_FOLDER, 'report');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, file), text);
  console.log(`Written: ${join(folder, file)}`);
}

import { fetchFile, saveFile } from '../api/download.ts';
import type { UserFilter } from '../generated/graphql.ts';
import type { Target } from './work.ts';

/** Hands the users over as a file, as the service writes it. Of those who were ticked it takes the rows out of the file of all. */
export async function exportUsers(projectId: string, target: Target): Promise<void> {
  const { search, filter } = 'found' in target ? target.found : { search: '', filter: {} };
  const response = await fetchFile(`/projects/${projectId}/users.csv?${parametersOf(search, filter)}`);
  const file = 'found' in target ? await response.blob() : onlyRows(await response.text(), new Set(target.ids));
  saveFile(new Blob([file], { type: 'text/csv' }), `users-${new Date().toISOString().slice(0, 10)}.csv`);
}

/** The list's search and filters by the names that the address takes. */
function parametersOf(search: string, filter: UserFilter): URLSearchParams {
  const parameters = new URLSearchParams(search ? { search } : {});
  for (const [name, value] of Object.entries(filter)) {
    for (const one of Array.isArray(value) ? value : [value ?? undefined]) {
      if (one !== undefined) parameters.append(name, String(one));
    }
  }
  return parameters;
}

/** The head of the file and the rows with these ids, which stand last in a row. A line break between quotes ends no row. */
function onlyRows(file: string, ids: ReadonlySet<string>): string {
  const rows = file.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n?/g) ?? [];
  // The mark by which spreadsheets know UTF-8 is lost in reading.
  return `\uFEFF${rows.filter((row, place) => place === 0 || ids.has(row.trimEnd().split(',').at(-1) ?? '')).join('')}`;
}

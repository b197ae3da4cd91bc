import type { Tally } from '../../contact-files/tally.ts';
import { request } from '../api/request.ts';
import type { UndoImportMutation } from '../generated/graphql.ts';
import { UndoImportDocument } from './import-documents.ts';
import type { Progress, Undone } from './import-state.ts';
import { persist } from './persist.ts';

// What deleteUsers takes at once.
const MOST = 1000;

/** Deletes the users that an import created, but those whom somebody changed since. */
export async function deleteCreated(
  projectId: string,
  created: Tally['created'],
  onProgress: (progress: Progress) => void,
): Promise<Undone> {
  const ids = [...created.keys()];
  const undone: Undone = { deleted: 0, gone: 0, kept: [] };
  let progress: Progress = { done: 0, total: ids.length, from: 0, since: Date.now() };
  const tell = (next: Partial<Progress>) => {
    progress = { ...progress, trouble: undefined, ...next };
    onProgress(progress);
  };
  const remove = async (some: string[], dryRun: boolean) => {
    const attempt = () => request(UndoImportDocument, { input: { projectId, ids: some, dryRun } });
    const { answer } = await persist(attempt, new AbortController().signal, (trouble) => tell({ trouble }));
    const [refusal] = answer.userErrors;
    if (refusal) throw new Error(refusal.message);
    return answer.results;
  };
  tell({});
  for (let at = 0; at < ids.length; at += MOST) {
    const some = ids.slice(at, at + MOST);
    // The dry run tells each user as it is now.
    const users = (await remove(some, true)).flatMap(({ user }) => user ?? []);
    const isUnchanged = ({ id, version }: FoundUser) => created.get(id) === version;
    const unchanged = users.filter(isUnchanged).map(({ id }) => id);
    const results = unchanged.length > 0 ? await remove(unchanged, false) : [];
    const deleted = results.filter(({ outcome }) => outcome === 'DELETED').length;
    undone.deleted += deleted;
    undone.gone += some.length - users.length + unchanged.length - deleted;
    undone.kept.push(...users.filter((user) => !isUnchanged(user)).map(({ fullName }) => fullName));
    tell({ done: at + some.length });
  }
  return undone;
}

type FoundUser = NonNullable<UndoImportMutation['answer']['results'][number]['user']>;

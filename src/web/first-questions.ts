import { queryOptions } from '@tanstack/react-query';
import { beginSession, currentAccessKey, subscribe, takeKeyFromLink } from './api/access-key.ts';
import { queryClient } from './api/query-client.ts';
import { request } from './api/request.ts';
import { startLanguage } from './language/language.ts';
import { BASE_PATH } from './parts/base-path.ts';
import { completeCompanySignIn, isReturning } from './session/company-sign-in.ts';
import { readListState } from './users/list-state.ts';
import { usersQuery } from './users/users-query.ts';
import { ViewerDocument } from './viewer/viewer-documents.ts';

// This runs while most of the page's code is still on its way: who is signed in, and the list that the address names, are there
// by the time they are drawn.

export const viewerQuery = queryOptions({
  queryKey: ['viewer'],
  queryFn: ({ signal }) => request(ViewerDocument, {}, signal),
});

/** Begun before a sign-in, which may have something to say. */
export const spoken = startLanguage();

let askedWith: string | null = null;

subscribe(ask);
if (isReturning()) void completeCompanySignIn();
else void beginSession();
window.addEventListener('hashchange', takeKeyFromLink);
ask();

/** Once for each key. */
function ask(): void {
  const accessKey = currentAccessKey();
  if (accessKey === askedWith) return;
  askedWith = accessKey;
  if (accessKey === null) return;
  void queryClient.prefetchQuery(viewerQuery);
  const [, projectId] = /^\/projects\/([^/]+)\/users$/.exec(location.pathname.slice(BASE_PATH.length)) ?? [];
  if (projectId === undefined) return;
  const state = readListState(new URLSearchParams(location.search));
  void queryClient.prefetchQuery(usersQuery(projectId, state));
}

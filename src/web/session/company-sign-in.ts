import { t } from '@lingui/core/macro';
import { awaitSignIn, currentAccessKey, endSession, signIn } from '../api/access-key.ts';
import { BASE_PATH, ownName } from '../parts/base-path.ts';
import { loadNewerPage } from '../parts/newer-page.ts';
import type { Attempt, CompanySignIn } from './company-account.ts';

const description = document.querySelector<HTMLMetaElement>('meta[name=company-sign-in]')?.content;

/** Null where the service offers access keys alone. */
export const companySignIn: CompanySignIn | null = description ? JSON.parse(description) : null;

const RETURN_PATH = `${BASE_PATH}/signed-in`;
const STORED_AS = ownName('company-sign-in');
// As the browser sees it, whatever proxies are in between.
const redirectUri = location.origin + RETURN_PATH;

/** Sends the person to the provider; throws in words for people. */
export async function leaveForCompanySignIn(provider: CompanySignIn): Promise<void> {
  const { begin } = await loadCompanyAccount();
  const { address, attempt } = await begin(provider, redirectUri);
  const returnTo = location.pathname + location.search;
  sessionStorage.setItem(STORED_AS, JSON.stringify({ attempt, returnTo }));
  location.assign(address);
}

/** Whether somebody comes back from the provider. */
export function isReturning(): boolean {
  return location.pathname === RETURN_PATH;
}

/** Signs in whoever comes back from the provider. The code leaves the address bar and the history before anything else. */
export async function completeCompanySignIn(): Promise<void> {
  const answer = new URLSearchParams(location.hash.slice(1) || location.search);
  const { attempt, returnTo } = takeStored();
  history.replaceState(null, '', returnTo);
  if (!companySignIn || currentAccessKey() !== null) return;
  awaitSignIn();
  try {
    const { complete } = await loadCompanyAccount();
    signIn(await complete(companySignIn, { redirectUri, attempt, answer }));
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    endSession({ title: t`You are not signed in`, text });
  }
}

function takeStored(): { attempt?: Attempt; returnTo: string } {
  const stored = sessionStorage.getItem(STORED_AS);
  sessionStorage.removeItem(STORED_AS);
  return stored === null ? { returnTo: `${BASE_PATH}/` } : JSON.parse(stored);
}

// Only those who sign in this way wait for its code.
function loadCompanyAccount() {
  return import('./company-account.ts').catch(async () => {
    await loadNewerPage();
    throw new Error(t`The service cannot be reached. Check your connection, and try again.`);
  });
}

import { lastingName } from '../parts/drafts.ts';

// Every visit begins with the examples, filled in for whoever comes.
const OF_THE_VISIT = /:(tabState|query|variables|headers)$/;

// An access key, or an invitation's code, that was typed into what was run.
const SECRETS = /(umk_|um-)[\w-]{20,}/g;

/** Where GraphiQL keeps its history and how it is laid out: for one owner, whose history nobody else reads, until they sign out. */
export function createStorage(owner: string): Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'clear' | 'length'> {
  const own = lastingName(`${owner}:`);
  const ownKeys = () => Object.keys(localStorage).filter((key) => key.startsWith(own));
  return {
    getItem: (key) => localStorage.getItem(own + key),
    setItem(key, value) {
      if (!OF_THE_VISIT.test(key)) localStorage.setItem(own + key, value.replace(SECRETS, '$1…'));
    },
    removeItem: (key) => localStorage.removeItem(own + key),
    clear() {
      for (const key of ownKeys()) localStorage.removeItem(key);
    },
    get length() {
      return ownKeys().length;
    },
  };
}

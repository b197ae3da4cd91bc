import { QueryClient } from '@tanstack/react-query';

/** A failure is shown at once, with a button to try again; no answer counts as fresh for long. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, networkMode: 'always', staleTime: 2_000 },
    mutations: { networkMode: 'always' },
  },
});

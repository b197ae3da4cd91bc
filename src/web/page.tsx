import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { Router } from 'wouter';
import { AfterFirstView } from './api/first-view.tsx';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { BASE_PATH } from './parts/base-path.ts';
import { Crash } from './parts/crash.tsx';
import { cssVariables, makeTheme } from './theme.ts';

// Styles made while the page runs: the policy lets in only those that carry this answer's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

// Nothing is said before somebody has done something.
const Notices = lazy(() => import('./parts/notices.tsx'));

/** The page and what all of it stands on. */
export function Page() {
  // Some of its texts are in the language of the page.
  const [theme] = useState(makeTheme);
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      cssVariablesResolver={cssVariables}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Router base={BASE_PATH}>
          <Crash>
            <AfterFirstView>
              <Notices />
            </AfterFirstView>
            <App />
          </Crash>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

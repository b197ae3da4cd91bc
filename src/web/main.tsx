import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { takeKeyFromLink } from './api/access-key.ts';
import { queryClient } from './api/query-client.ts';
import { App } from './app.tsx';
import { Crash } from './parts/crash.tsx';
import { completeCompanySignIn } from './session/company-sign-in.ts';
import { cssVariables, theme } from './theme.ts';

takeKeyFromLink();
window.addEventListener('hashchange', takeKeyFromLink);
void completeCompanySignIn();

// Styles made while the page runs: the policy lets in only those that carry this answer's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
createRoot(root).render(
  <MantineProvider
    theme={theme}
    defaultColorScheme="auto"
    cssVariablesResolver={cssVariables}
    getStyleNonce={() => nonce}
  >
    <QueryClientProvider client={queryClient}>
      <Notifications position="bottom-right" />
      <Crash>
        <App />
      </Crash>
    </QueryClientProvider>
  </MantineProvider>,
);

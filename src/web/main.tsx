import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { takeKeyFromLink } from './api/access-key.ts';
import { startLanguage } from './language/language.ts';
import { LanguageProvider } from './language/language-provider.tsx';
import { Page } from './page.tsx';
import { completeCompanySignIn } from './session/company-sign-in.ts';

takeKeyFromLink();
window.addEventListener('hashchange', takeKeyFromLink);
void completeCompanySignIn();

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
await startLanguage();
createRoot(root).render(
  <LanguageProvider>
    <Page />
  </LanguageProvider>,
);

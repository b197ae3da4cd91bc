import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { spoken } from './first-questions.ts';
import { LanguageProvider } from './language/language-provider.tsx';
import { Page } from './page.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root.');
await spoken;
createRoot(root).render(
  <LanguageProvider>
    <Page />
  </LanguageProvider>,
);

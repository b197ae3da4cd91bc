import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { HelpIcon } from './icons.tsx';

export const loadHelp = () => import('./opened-help.tsx');

const OpenedHelp = lazy(loadHelp);

/** A small question mark beside a word; behind it, what the word means here. */
export function Help({ word, children }: { word: string; children: ReactNode }) {
  const [isOpen, setIsOpen] = useState<boolean>();
  const button = (
    <ActionIcon
      variant="subtle"
      color="gray"
      c="dimmed"
      size={24}
      style={{ verticalAlign: 'middle' }}
      aria-label={t`What does “${word}” mean?`}
      aria-expanded={isOpen ?? false}
      // Its place is taken by another one once it was opened.
      autoFocus={isOpen !== undefined}
      onClick={() => setIsOpen(!isOpen)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) setIsOpen(false);
      }}
    >
      <HelpIcon />
    </ActionIcon>
  );
  if (isOpen === undefined) return button;
  return (
    <Suspense fallback={button}>
      <OpenedHelp opened={isOpen} onChange={setIsOpen} button={button}>
        {children}
      </OpenedHelp>
    </Suspense>
  );
}

import { Trans } from '@lingui/react/macro';
import { Button } from '@mantine/core';
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { onSignedOut } from '../api/access-key.ts';
import { ownName } from '../parts/base-path.ts';
import { Crash } from '../parts/crash.tsx';

const ImportUsers = lazy(() => import('./import-users.tsx'));

const KEPT = ownName('users-import');

type Gate = { isOpen: boolean; isWanted: boolean };

const isKept = () => localStorage.getItem(KEPT) !== null;

let gate: Gate = { isOpen: false, isWanted: isKept() };
const listeners = new Set<() => void>();

// Here, since whoever signs out may be at a view without the import.
onSignedOut(() => {
  closeImport();
  if (gate.isWanted || isKept()) void import('./import-steps.ts').then(({ leaveImport }) => leaveImport());
});

function change(next: Gate): void {
  gate = next;
  for (const listener of listeners) listener();
}

export function openImport(): void {
  change({ isOpen: true, isWanted: true });
}

export function closeImport(): void {
  change({ ...gate, isOpen: false });
}

/** Whether this browser keeps an import to go on with, so that a page which is opened later asks for it. */
export function noteKeptImport(isKept: boolean): void {
  if (isKept) localStorage.setItem(KEPT, 'yes');
  else localStorage.removeItem(KEPT);
}

/** Opens the import of a file of people. */
export function ImportButton() {
  return (
    // Beside the main action there is little room on a phone.
    <Button variant="default" px={{ base: 'xs', xs: 'lg' }} onClick={openImport}>
      <Trans>Import</Trans>
    </Button>
  );
}

/** The import, once it was asked for or an earlier one is to be gone on with. Its code, with what reads files, comes only then. */
export function ImportGate() {
  const { isOpen, isWanted } = useSyncExternalStore(subscribe, () => gate);
  if (!isWanted) return null;
  return (
    <Crash isPart>
      <Suspense>
        <ImportUsers isOpen={isOpen} />
      </Suspense>
    </Crash>
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

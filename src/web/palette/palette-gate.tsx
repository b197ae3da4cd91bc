import { lazy, Suspense, useEffect, useState } from 'react';
import { NewProjectDialog } from '../project/new-project-dialog.tsx';

export const loadPalette = () => import('./palette.tsx');

const Palette = lazy(loadPalette);

/** Ctrl-K or Cmd-K finds what can be done and where one can go, from everywhere in a project. */
export function PaletteGate() {
  const [open, setOpen] = useState<'palette' | 'new project'>();
  const close = () => setOpen(undefined);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isPaletteKey(event)) return;
      // Browsers have a search of their own there.
      event.preventDefault();
      if (document.querySelector('[aria-modal=true]') === null) setOpen('palette');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  if (open === 'new project') return <NewProjectDialog onClose={close} />;
  return <Suspense>{open && <Palette onNewProject={() => setOpen('new project')} onClose={close} />}</Suspense>;
}

/** By the letter; by the key's place on keyboards whose letters are not Latin. */
function isPaletteKey({ key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey === metaKey || altKey || shiftKey || isComposing) return false;
  return /^[a-z]$/i.test(key) ? key.toLowerCase() === 'k' : code === 'KeyK';
}

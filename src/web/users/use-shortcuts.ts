import { useEffect } from 'react';

const ROWS = '[data-row]';

/** The keys of the list: `?` tells them. None works while something is typed, or under an open dialog. */
export function useShortcuts({ onAdd, onHelp }: { onAdd: (() => void) | undefined; onHelp: () => void }) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      const action = {
        '?': onHelp,
        '/': () => document.querySelector<HTMLElement>('[role=searchbox]')?.focus(),
        n: onAdd,
        j: () => step(1),
        k: () => step(-1),
        e: () => pressInRow('[data-edit]'),
        x: () => pressInRow('input[type=checkbox]'),
      }[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}

function isTaken({ target, isComposing }: KeyboardEvent): boolean {
  const field = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
  return (
    isComposing ||
    (target instanceof Element && target.closest(field) !== null) ||
    document.querySelector('[aria-modal=true]') !== null
  );
}

function currentRow(): Element | null {
  return document.activeElement?.closest(ROWS) ?? null;
}

function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll(ROWS)];
  const current = currentRow();
  const next = current ? rows[rows.indexOf(current) + by] : rows[0];
  next?.querySelector<HTMLElement>('[data-row-link]')?.focus();
}

function pressInRow(selector: string): void {
  currentRow()?.querySelector<HTMLElement>(selector)?.click();
}

import { fold } from '../parts/fold.ts';
import type { CommandGroup } from './commands.tsx';

// Of one kind, once something is looked for.
const MOST = 6;

/** The commands in which every part of the term is found; before anything is typed, those that are the same in every project. */
export function findCommands(groups: CommandGroup[], term: string): CommandGroup[] {
  const parts = wordsOf(term);
  if (parts.length === 0) return groups.slice(0, 2);
  return groups.flatMap(({ title, commands }) => {
    const found = commands.filter(({ label, also = '' }) => {
      const words = wordsOf(`${label} ${also}`);
      return parts.every((part) => words.some((word) => isIn(word, part)));
    });
    return found.length > 0 ? [{ title, commands: found.slice(0, MOST) }] : [];
  });
}

// One or two letters stand in nearly every word. German puts words together, and Arabic begins them with an article.
function isIn(word: string, part: string): boolean {
  return part.length > 2 ? word.includes(part) : word.startsWith(part);
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

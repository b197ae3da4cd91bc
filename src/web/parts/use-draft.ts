import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/** A form's content, kept under `name`, if there is one, from the first change until it is saved or thrown away. */
export function useDraft<Content>(name: string | undefined, pristine: Content) {
  const [kept] = useState(() => (name === undefined ? undefined : readDraft<Content>(name)));
  const [content, setContent] = useState(kept ?? pristine);
  const [isRestored, setIsRestored] = useState(kept !== undefined);
  return {
    content,
    /** Whether the form began with what was typed before. */
    isRestored,
    change(next: Content) {
      setContent(next);
      if (name === undefined) return;
      // What was changed back is nothing to keep.
      if (JSON.stringify(next) === JSON.stringify(pristine)) dropDraft(name);
      else keepDraft(name, next);
    },
    /** Forgets what was typed; the form goes on from `next`. */
    discard(next = pristine) {
      if (name !== undefined) dropDraft(name);
      setContent(next);
      setIsRestored(false);
    },
  };
}

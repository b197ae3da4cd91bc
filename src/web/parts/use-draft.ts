import { useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/** A form's content, kept under `name` from the first change until it is saved or thrown away. */
export function useDraft<Content>(name: string, pristine: Content) {
  const [kept] = useState(() => readDraft<Content>(name));
  const [content, setContent] = useState(kept ?? pristine);
  const [isRestored, setIsRestored] = useState(kept !== undefined);
  return {
    content,
    /** Whether the form began with what was typed before. */
    isRestored,
    change(next: Content) {
      setContent(next);
      keepDraft(name, next);
    },
    /** Forgets what was typed; the form goes on from `next`. */
    discard(next = pristine) {
      dropDraft(name);
      setContent(next);
      setIsRestored(false);
    },
  };
}

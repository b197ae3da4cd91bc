import { Button, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect } from 'react';

/** Copies the text, and says so to everybody. */
export function CopyTextButton({
  text,
  autoFocus,
  onFailure,
}: {
  text: string;
  autoFocus?: boolean;
  onFailure?: () => void;
}) {
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
  useEffect(() => {
    if (error) onFailure?.();
  }, [error, onFailure]);
  return (
    <>
      <VisuallyHidden role="status">{copied && 'Copied to the clipboard'}</VisuallyHidden>
      <Button variant="default" onClick={() => copy(text)} autoFocus={autoFocus}>
        {copied ? 'Copied' : 'Copy'}
      </Button>
    </>
  );
}

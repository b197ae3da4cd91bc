import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect } from 'react';

/** Copies the text, and says so to everybody. */
export function CopyTextButton({
  text,
  label,
  size,
  isFirst,
  onFailure,
}: {
  text: string;
  /** What is copied, where more than one thing on the screen can be. */
  label?: string;
  size?: string;
  /** Whether the focus of a dialog begins here. */
  isFirst?: boolean;
  onFailure?: () => void;
}) {
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
  useEffect(() => {
    if (error) onFailure?.();
  }, [error, onFailure]);
  return (
    <>
      <VisuallyHidden role="status">{copied && <Trans>Copied to the clipboard</Trans>}</VisuallyHidden>
      <Button
        variant="default"
        size={size}
        onClick={() => copy(text)}
        data-autofocus={isFirst || undefined}
        aria-label={label && t`Copy ${label}`}
      >
        {copied ? <Trans>Copied</Trans> : <Trans>Copy</Trans>}
      </Button>
    </>
  );
}

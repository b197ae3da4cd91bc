import { t } from '@lingui/core/macro';
import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import classes from './copy-icon-button.module.css';
import { CheckIcon, CopyIcon } from './icons.tsx';

/** Copies what stands before it. Seen while its row is pointed at; the keyboard's way is a Copy button on the view of the one row. */
export function CopyIconButton({ text }: { text: string }) {
  const { copy, copied } = useClipboard({ timeout: 1500 });
  // Not where the page came over plain HTTP from elsewhere.
  if (!navigator.clipboard) return null;
  const label = copied ? t`Copied` : t`Copy ${text}`;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={20}
      tabIndex={-1}
      title={label}
      aria-label={label}
      className={classes.button}
      data-copied={copied || undefined}
      onClick={() => copy(text)}
    >
      {copied ? <CheckIcon size={14} /> : <CopyIcon />}
    </ActionIcon>
  );
}

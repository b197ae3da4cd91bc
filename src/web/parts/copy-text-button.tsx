import { Button, CopyButton, VisuallyHidden } from '@mantine/core';

/** Copies the text, and says so to everybody. */
export function CopyTextButton({ text }: { text: string }) {
  return (
    <CopyButton value={text} timeout={3000}>
      {({ copied, copy }) => (
        <>
          <VisuallyHidden role="status">{copied && 'Copied to the clipboard'}</VisuallyHidden>
          <Button variant="default" onClick={copy} data-autofocus>
            {copied ? 'Copied' : 'Copy'}
          </Button>
        </>
      )}
    </CopyButton>
  );
}

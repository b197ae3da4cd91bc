import { Button, Group, Stack, TextInput, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { useEffect, useRef } from 'react';

export function NewSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const { copy, copied, error } = useClipboard({ timeout: 3000 });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
  return (
    <Stack>
      <TextInput
        ref={field}
        label="Secret"
        description="Copy the key now and keep it safe: it is shown this once and stored nowhere."
        readOnly
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
        // A page that came over plain HTTP, say, may not write to the clipboard.
        error={error && 'The browser does not let this page copy. The key is selected: copy it yourself.'}
      />
      <Group justify="flex-end">
        <VisuallyHidden role="status">{copied && 'Copied to the clipboard'}</VisuallyHidden>
        <Button variant="default" onClick={() => copy(secret)} data-autofocus autoFocus>
          {copied ? 'Copied' : 'Copy'}
        </Button>
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

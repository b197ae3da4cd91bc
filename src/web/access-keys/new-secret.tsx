import { Button, Code, CopyButton, Group, Stack, Text, VisuallyHidden } from '@mantine/core';

export function NewSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <Stack>
      <Text>Copy the key now and keep it safe: it is shown this once and stored nowhere.</Text>
      <Code
        block
        style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}
        aria-label="Secret"
        role="textbox"
        aria-readonly
      >
        {secret}
      </Code>
      <Group justify="flex-end">
        <CopyButton value={secret} timeout={3000}>
          {({ copied, copy }) => (
            <>
              <VisuallyHidden role="status">{copied && 'Copied to the clipboard'}</VisuallyHidden>
              <Button variant="default" onClick={copy} data-autofocus>
                {copied ? 'Copied' : 'Copy'}
              </Button>
            </>
          )}
        </CopyButton>
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

import { Button, Code, Group, Stack, Text } from '@mantine/core';
import { CopyTextButton } from '../parts/copy-text-button.tsx';

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
        <CopyTextButton text={secret} />
        <Button onClick={onDone}>Done</Button>
      </Group>
    </Stack>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { useShowOnce } from '../parts/shown-once.tsx';

/** Shows the secret of a key that was just created, this once. */
export function useShowSecret(): (secret: string) => void {
  const showOnce = useShowOnce();
  return (secret) =>
    showOnce({
      title: t`Access Key Created`,
      content: (onDone) => <NewSecret secret={secret} onDone={onDone} />,
    });
}

function NewSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  const [cannotCopy, setCannotCopy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (cannotCopy) field.current?.focus();
  }, [cannotCopy]);
  return (
    <Stack>
      <TextInput
        ref={field}
        label={t`Secret`}
        description={t`Copy the key now and keep it safe: it is shown this once and stored nowhere.`}
        readOnly
        dir="ltr"
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
        // A page that came over plain HTTP, say, may not write to the clipboard.
        error={cannotCopy && t`The browser does not let this page copy. The key is selected: copy it yourself.`}
      />
      <Group justify="flex-end">
        <CopyTextButton text={secret} isFirst onFailure={() => setCannotCopy(true)} />
        <Button onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

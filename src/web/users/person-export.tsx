import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { download } from '../api/download.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Section } from '../parts/section.tsx';
import { useRefreshUsers } from './use-users.ts';
import type { UserDetails } from './user-documents.ts';

/** For somebody who asks what is kept of them. */
export function PersonExport({ user: { id, fullName } }: { user: UserDetails }) {
  const refresh = useRefreshUsers();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => download(`/users/${id}.json`, `${fullName}.json`),
    // The history says that it was exported.
    onSuccess: refresh,
  });
  return (
    <Section title={t`Personal data`}>
      <Text size="sm" c="dimmed">
        <Trans>All that is kept of this person, as a file. The history notes that it was taken.</Trans>
      </Text>
      <Group>
        <BusyButton variant="default" isBusy={isPending} onClick={() => mutate()}>
          <Trans>Export this person’s data</Trans>
        </BusyButton>
      </Group>
      {error && (
        <Text size="sm" role="alert">
          {error.message}
        </Text>
      )}
    </Section>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { CHANNELS } from '../channels/channels.tsx';
import type { Channel } from '../generated/graphql.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { useFormAddress } from '../parts/use-form-address.ts';
import { LinkAccountDocument } from './linked-account-documents.ts';
import { withWhom } from './taken-by.tsx';
import { useRefreshUsers } from './use-users.ts';
import type { UserDetails } from './user-documents.ts';

const OPTIONS = Object.entries(CHANNELS).map(([value, { label }]) => ({ value, label }));

/** Says that an account on a channel is this user's. */
export function LinkAccountDialog({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const [channel, setChannel] = useState<Channel>('TELEGRAM');
  const { label, example, hint } = CHANNELS[channel];
  const { merge } = useFormAddress();
  const form = useForm({
    pristine: { externalId: '' },
    send: ({ externalId }) => request(LinkAccountDocument, { input: { userId: user.id, channel, externalId } }),
    notice: (saved) => t`${CHANNELS[saved.channel].label} was linked to ${user.fullName}`,
    onSaved: useRefreshUsers(),
    onDone: onClose,
    onRefused: (userErrors, errors) =>
      errors.show(userErrors.map((error) => withWhom(error, (other) => merge(user.id, other)))),
  });
  const title = (
    <Trans>
      Link an account to <bdi>{user.fullName}</bdi>
    </Trans>
  );
  return (
    <FormDialog form={form} title={title} submitLabel={t`Link account`} onClose={onClose}>
      <Stack gap={4}>
        <Text size="sm" fw={500} id="channel-label">
          <Trans>Channel</Trans>
        </Text>
        <SegmentedControl
          aria-labelledby="channel-label"
          data={OPTIONS}
          value={channel}
          onChange={(value) => {
            form.errors.clear();
            setChannel(value as Channel);
          }}
        />
      </Stack>
      <TextField
        form={form}
        name="externalId"
        label={t`Id on ${label}`}
        description={hint}
        placeholder={example}
        isRequired
        dir="ltr"
        spellCheck={false}
        data-autofocus
      />
    </FormDialog>
  );
}

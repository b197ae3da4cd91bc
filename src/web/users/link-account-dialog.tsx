import { SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { CHANNELS } from '../channels/channels.tsx';
import { graphql } from '../generated/gql.ts';
import type { Channel, UserFormErrorFragment } from '../generated/graphql.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Form, FormButtons } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useFormAddress } from '../parts/use-form-address.ts';
import { useSave } from '../parts/use-save.ts';
import { withWhom } from './taken-by.tsx';
import type { UserDetails } from './user-details-query.ts';
import { useRefreshUsers } from './users-query.ts';

const LinkAccountDocument = graphql(`
  mutation LinkAccount($input: LinkChannelIdentityInput!) {
    answer: linkChannelIdentity(input: $input) {
      saved: channelIdentity {
        id
        channel
        externalId
      }
      userErrors {
        ...UserFormError
      }
    }
  }
`);

const FIELDS = ['externalId'];
const OPTIONS = Object.entries(CHANNELS).map(([value, { label }]) => ({ value, label }));

/** Says that an account on a channel is this user's. */
export function LinkAccountDialog({ user, onClose }: { user: UserDetails; onClose: () => void }) {
  const [channel, setChannel] = useState<Channel>('TELEGRAM');
  const [externalId, setExternalId] = useState('');
  const errors = useFormErrors(FIELDS);
  const refresh = useRefreshUsers();
  const { merge } = useFormAddress();
  const { save, isSaving } = useSave({
    send: (input: { userId: string; channel: Channel; externalId: string }) => request(LinkAccountDocument, { input }),
    errors,
    onSaved(saved) {
      refresh();
      notifications.show({ message: `${CHANNELS[saved.channel].label} was linked to ${user.fullName}` });
    },
    onDone: onClose,
    onRefused: (userErrors: UserFormErrorFragment[]) =>
      errors.show(userErrors.map((error) => withWhom(error, (other) => merge(user.id, other)))),
  });
  const { label, example, hint } = CHANNELS[channel];
  return (
    <Dialog
      title={
        <>
          Link an account to <bdi>{user.fullName}</bdi>
        </>
      }
      onClose={onClose}
    >
      <Form errors={errors} isSaving={isSaving} onSubmit={() => save({ userId: user.id, channel, externalId })}>
        <Stack gap={4}>
          <Text size="sm" fw={500} id="channel-label">
            Channel
          </Text>
          <SegmentedControl
            aria-labelledby="channel-label"
            data={OPTIONS}
            value={channel}
            onChange={(value) => {
              errors.clear();
              setChannel(value as Channel);
            }}
          />
        </Stack>
        <TextInput
          name="externalId"
          label={`Id on ${label}`}
          description={hint}
          placeholder={example}
          withAsterisk
          aria-required
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          value={externalId}
          onChange={(event) => {
            errors.clear('externalId');
            setExternalId(event.currentTarget.value);
          }}
          error={errors.of('externalId')}
        />
        <FormButtons submitLabel="Link account" isSaving={isSaving} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

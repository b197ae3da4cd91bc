import { plural, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { request } from '../api/request.ts';
import { CHANNELS } from '../channels/channels.tsx';
import type { Channel } from '../generated/graphql.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { useShowOnce } from '../parts/shown-once.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { CreateInvitationDocument } from './invitation-documents.ts';
import type { Invitee } from './invitee.ts';
import { MissingAddresses } from './missing-addresses.tsx';
import { NewInvitationView } from './new-invitation.tsx';
import { useRefreshInvitations } from './use-invitations.ts';

type Fields = { channel: Channel | 'ANY'; expiresAt: '1' | '7' | '30' };

const DAYS = [1, 7, 30];

const DAY = 86_400_000;
// The API takes 30 days by its own clock, before which this one may go.
const SLACK = 600_000;

export function InviteDialog({ user, onClose }: { user: Invitee; onClose: () => void }) {
  const refresh = useRefreshInvitations(user.id);
  const showOnce = useShowOnce();
  const pristine: Fields = { channel: 'ANY', expiresAt: '7' };
  const form = useForm({
    pristine,
    async send({ channel, expiresAt: days }) {
      const slack = days === '30' ? SLACK : 0;
      const expiresAt = new Date(Date.now() + Number(days) * DAY - slack).toISOString();
      const input = { userId: user.id, channel: channel === 'ANY' ? null : channel, expiresAt };
      const { saved, code, links, userErrors } = (await request(CreateInvitationDocument, { input })).answer;
      return { answer: { saved: saved && code ? { invitation: saved, code, links } : null, userErrors } };
    },
    onSaved(created) {
      refresh();
      showOnce({
        title: (
          <Trans>
            Invitation for <bdi>{user.fullName}</bdi>
          </Trans>
        ),
        content: (onDone) => <NewInvitationView user={user} created={created} onDone={onDone} />,
      });
    },
    onDone: onClose,
  });
  return (
    <FormDialog
      form={form}
      title={
        <Trans>
          Invite <bdi>{user.fullName}</bdi>
        </Trans>
      }
      submitLabel={t`Create invitation`}
      onClose={onClose}
    >
      <Text size="sm">
        <Trans>
          You get a code, and links that carry it. Whoever sends it to the assistant is recognised as{' '}
          <bdi>{user.fullName}</bdi> from then on. It works once, and only until a newer invitation.
        </Trans>
      </Text>
      <Choice
        label={t`Channel on which it works`}
        data={[
          { value: 'ANY', label: t`Any` },
          ...Object.entries(CHANNELS).map(([value, { label }]) => ({ value, label })),
        ]}
        {...bind(form, 'channel')}
      />
      <Choice
        label={t`Works for`}
        data={DAYS.map((days) => ({
          value: String(days),
          label: t`${plural(days, { one: '# day', other: '# days' })}`,
        }))}
        {...bind(form, 'expiresAt')}
      />
      <MissingAddresses channel={form.values.channel} />
    </FormDialog>
  );
}

function Choice<Value extends string>({
  label,
  data,
  value,
  onChange,
}: {
  label: string;
  data: { value: string; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <Stack gap={4}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        data={data}
        value={value}
        onChange={(chosen) => onChange(chosen as Value)}
      />
    </Stack>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { QRCodeSVG } from 'qrcode.react';
import { CHANNELS } from '../channels/channels.tsx';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { Moment } from '../parts/moment.tsx';
import type { CreatedInvitation, Invitee } from './invitee.ts';

/** The code and its links, to copy or to scan, shown this once. */
export function NewInvitationView({
  user,
  created: { invitation, code, links },
  onDone,
}: {
  user: Invitee;
  created: CreatedInvitation;
  onDone: () => void;
}) {
  const channel = invitation.channel ? CHANNELS[invitation.channel].label : t`WhatsApp, Telegram or Slack`;
  const ways = [
    { label: t`Telegram link`, text: links?.telegram },
    { label: t`WhatsApp link`, text: links?.whatsApp },
  ].filter((way): way is { label: string; text: string } => Boolean(way.text));
  const scanned = ways.length > 0 ? ways : [{ label: t`Code`, text: code }];
  return (
    <Stack>
      <Text size="sm">
        <Trans>
          Send it to <bdi>{user.fullName}</bdi>, and to nobody else. It is shown this once. Sent to the assistant on{' '}
          {channel}, it works once, until <Moment at={invitation.expiresAt} withTime />.
        </Trans>
      </Text>
      <CopiedText label={t`Code`} copied={t`code`} text={code} isFirst />
      {ways.map(({ label, text }) => (
        <CopiedText key={label} label={label} text={text} />
      ))}
      <Group justify="center" gap="xl">
        {scanned.map(({ label, text }) => (
          <Stack key={label} gap={4} align="center">
            <QRCodeSVG value={text} size={168} marginSize={4} title={t`QR code: ${label}`} role="img" />
            <Text size="sm" c="dimmed">
              {label}
            </Text>
          </Stack>
        ))}
      </Group>
      <Group justify="flex-end">
        <Button onClick={onDone}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

function CopiedText({
  label,
  copied = label,
  text,
  isFirst = false,
}: {
  label: string;
  /** Within a sentence. */
  copied?: string;
  text: string;
  isFirst?: boolean;
}) {
  return (
    <Group align="flex-end" wrap="nowrap" gap="xs">
      <TextInput
        flex={1}
        miw={0}
        label={label}
        readOnly
        dir="ltr"
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyTextButton text={text} label={copied} isFirst={isFirst} />
    </Group>
  );
}

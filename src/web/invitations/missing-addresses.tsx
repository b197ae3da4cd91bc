import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Channel } from '../generated/graphql.ts';
import { useProjectSettings } from '../project/use-project-settings.ts';
import { useProject } from '../viewer/viewer.ts';

/** Says where links are missing, since the project does not name what they would lead to. */
export function MissingAddresses({ channel }: { channel: Channel | 'ANY' }) {
  const { id, canAdminister } = useProject();
  const { data: settings } = useProjectSettings(id);
  if (!settings) return null;
  const lacksBot = (channel === 'ANY' || channel === 'TELEGRAM') && !settings.telegramBot;
  const lacksNumber = (channel === 'ANY' || channel === 'WHATSAPP') && !settings.whatsAppNumber;
  if (!lacksBot && !lacksNumber) return null;
  return (
    <Text size="sm" c="dimmed">
      {!lacksNumber ? (
        <Trans>The project does not name its Telegram bot yet, so there is no link to it.</Trans>
      ) : !lacksBot ? (
        <Trans>The project does not name its WhatsApp number yet, so there is no link to it.</Trans>
      ) : (
        <Trans>The project does not name its Telegram bot and WhatsApp number yet, so there is no link to it.</Trans>
      )}{' '}
      <Anchor component={Link} href={`/projects/${id}/general`} inherit underline="always">
        {canAdminister ? <Trans>Name it under General</Trans> : <Trans>See General</Trans>}
      </Anchor>
    </Text>
  );
}

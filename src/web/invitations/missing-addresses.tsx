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
  const missing = [
    (channel === 'ANY' || channel === 'TELEGRAM') && !settings.telegramBot && 'Telegram bot',
    (channel === 'ANY' || channel === 'WHATSAPP') && !settings.whatsAppNumber && 'WhatsApp number',
  ].filter((name) => name !== false);
  if (missing.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      The project does not name its {missing.join(' and ')} yet, so there is no link to it.{' '}
      <Anchor component={Link} href={`/projects/${id}/general`} inherit underline="always">
        {canAdminister ? 'Name it under General' : 'See General'}
      </Anchor>
    </Text>
  );
}

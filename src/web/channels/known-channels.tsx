import { t } from '@lingui/core/macro';
import { Group } from '@mantine/core';
import type { Channel } from '../generated/graphql.ts';
import { CHANNELS } from './channels.tsx';
import { isRecognisable, type Recognisable } from './recognition.ts';

const ALL = Object.keys(CHANNELS) as Channel[];

/** The channels on which the user can be recognised, as icons with a word for each. */
export function KnownChannels({ user }: { user: Recognisable }) {
  const known = ALL.filter((channel) => isRecognisable(user, channel));
  return (
    <Group gap={4} component="span" c="dimmed" lh={1} wrap="nowrap">
      {known.map((channel) => {
        const { label } = CHANNELS[channel];
        const title = t`Recognised on ${label}`;
        return (
          <span key={channel} role="img" aria-label={title} title={title} style={{ display: 'inline-flex' }}>
            {CHANNELS[channel].icon}
          </span>
        );
      })}
    </Group>
  );
}

import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Ago } from '../parts/ago.tsx';

/** When somebody was last let in, in words; the time itself on pointing at it. `isSaid`: where no head says what it is. */
export function LastSeen({ at, isSaid = false }: { at: string | null | undefined; isSaid?: boolean }) {
  if (at && isSaid) {
    return (
      <Trans>
        Seen <Ago at={at} />
      </Trans>
    );
  }
  if (at) return <Ago at={at} />;
  return (
    <Text span inherit c="dimmed">
      {isSaid ? <Trans>Never seen</Trans> : <Trans>Never</Trans>}
    </Text>
  );
}

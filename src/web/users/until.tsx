import { Trans } from '@lingui/react/macro';
import { Moment } from '../parts/moment.tsx';

/** Until when somebody may talk in an environment. */
export function Until({ at }: { at: string | null | undefined }) {
  if (!at) return <Trans>May talk for ever</Trans>;
  if (hasEnded(at)) {
    return (
      <Trans>
        Could talk until <Moment at={at} />
      </Trans>
    );
  }
  return (
    <Trans>
      May talk until <Moment at={at} />
    </Trans>
  );
}

export function hasEnded(at: string | null | undefined): boolean {
  return Boolean(at) && new Date(at ?? '') <= new Date();
}

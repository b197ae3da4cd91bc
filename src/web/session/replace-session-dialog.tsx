import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { declineOffer, signIn, useIsPerson } from '../api/access-key.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { describeViewer } from '../viewer/describe-viewer.ts';
import type { Viewer } from '../viewer/viewer-documents.ts';
import { checkKey } from './check-key.ts';

/** Asks whether the key of a link may take the place of the session; `viewer` is whose that is, if it could be told. */
export function ReplaceSessionDialog({ offeredKey, viewer }: { offeredKey: string; viewer: Viewer | undefined }) {
  const isPerson = useIsPerson();
  const replace = async () => {
    await checkKey(offeredKey);
    signIn(offeredKey);
    return [];
  };
  return (
    <ConfirmDialog
      title={t`Sign in with another key?`}
      confirmLabel={t`Use the other key`}
      confirm={replace}
      onClose={declineOffer}
    >
      <Text style={{ overflowWrap: 'anywhere' }}>{describeViewer(viewer, isPerson)}</Text>
      <Text>
        <Trans>
          The link that was opened holds another key, and this tab would work with that one from now on. Cancel if you
          do not know whose it is.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}

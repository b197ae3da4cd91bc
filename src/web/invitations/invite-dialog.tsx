import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { InviteForm } from './invite-form.tsx';
import type { CreatedInvitation, Invitee } from './invitee.ts';
import { NewInvitationView } from './new-invitation.tsx';

/** First the form, then the code, which is shown this once: only "Done" closes it. */
export function InviteDialog({ user, onClose }: { user: Invitee; onClose: () => void }) {
  const [created, setCreated] = useState<CreatedInvitation>();
  return (
    <Dialog
      title={
        created ? (
          <Trans>
            Invitation for <bdi>{user.fullName}</bdi>
          </Trans>
        ) : (
          <Trans>
            Invite <bdi>{user.fullName}</bdi>
          </Trans>
        )
      }
      onClose={onClose}
      withCloseButton={!created}
    >
      {created ? (
        <NewInvitationView user={user} created={created} onDone={onClose} />
      ) : (
        <InviteForm user={user} onCreated={setCreated} onLeave={onClose} />
      )}
    </Dialog>
  );
}

import { t } from '@lingui/core/macro';
import { Dialog } from '../parts/dialog.tsx';
import { AccessKeyForm } from './access-key-form.tsx';
import { NewSecret } from './new-secret.tsx';

/** First the form, then the secret, which is shown this once: only "Done" closes it. */
export function CreateAccessKeyDialog({
  secret,
  onSecret,
  onLeave,
  onDone,
}: {
  secret: string | undefined;
  onSecret: (secret: string) => void;
  onLeave: () => void;
  onDone: () => void;
}) {
  return (
    <Dialog title={secret ? t`Access Key Created` : t`Create Access Key`} onClose={onLeave} withCloseButton={!secret}>
      {secret ? (
        <NewSecret secret={secret} onDone={onDone} />
      ) : (
        <AccessKeyForm onCreated={onSecret} onLeave={onLeave} />
      )}
    </Dialog>
  );
}

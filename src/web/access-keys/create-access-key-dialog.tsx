import { useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { AccessKeyForm } from './access-key-form.tsx';
import { NewSecret } from './new-secret.tsx';

/** First the form, then the secret, which is shown this once: only "Done" closes it. */
export function CreateAccessKeyDialog({ onClose }: { onClose: () => void }) {
  const [secret, setSecret] = useState<string>();
  return (
    <Dialog title={secret ? 'Access Key Created' : 'Create Access Key'} onClose={onClose} withCloseButton={!secret}>
      {secret ? (
        <NewSecret secret={secret} onDone={onClose} />
      ) : (
        <AccessKeyForm onCreated={setSecret} onCancel={onClose} />
      )}
    </Dialog>
  );
}

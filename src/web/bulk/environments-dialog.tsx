import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { EnvironmentCheckboxes } from '../environments/environment-checkboxes.tsx';
import { useProject } from '../viewer/viewer.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { UpdateUsersDocument } from './bulk-documents.ts';
import { useWork } from './use-work.ts';
import { sizeOf, type Target } from './work.ts';

/** Gives environments to many users, or takes them from them. */
export function EnvironmentsDialog({
  what,
  target,
  onClose,
}: {
  what: 'add' | 'remove';
  target: Target;
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const [ids, setIds] = useState<string[]>([]);
  const work = useWork(target);
  const count = sizeOf(target);
  const change = what === 'add' ? { addEnvironmentIds: ids } : { removeEnvironmentIds: ids };
  return (
    <BulkDialog
      title={
        what === 'add' ? (
          <Plural value={count} one="Add # user to environments" other="Add # users to environments" />
        ) : (
          <Plural value={count} one="Remove # user from environments" other="Remove # users from environments" />
        )
      }
      target={target}
      work={work}
      submitLabel={what === 'add' ? <Trans>Add</Trans> : <Trans>Remove</Trans>}
      isReady={ids.length > 0}
      onSubmit={() =>
        work.start((users) => request(UpdateUsersDocument, { input: { projectId, ...users, ...change } }))
      }
      onClose={onClose}
    >
      <EnvironmentCheckboxes
        description={
          what === 'add'
            ? t`They keep the environments they have.`
            : t`Whoever has no other environment stays as they are: delete them instead.`
        }
        value={ids}
        onChange={setIds}
        error={undefined}
      />
    </BulkDialog>
  );
}

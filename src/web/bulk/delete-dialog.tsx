import { Plural, Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { request } from '../api/request.ts';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { DeleteUsersDocument } from './bulk-documents.ts';
import { useWork } from './use-work.ts';
import { sizeOf, type Target } from './work.ts';

/** Asks before many users are deleted. */
export function DeleteUsersDialog({
  target,
  onDeleted,
  onClose,
}: {
  target: Target;
  /** Closed after all of them were gone through. */
  onDeleted: () => void;
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const work = useWork(target);
  const count = sizeOf(target);
  return (
    <BulkDialog
      title={<Plural value={count} one="Remove # user?" other="Remove # users?" />}
      target={target}
      work={work}
      submitLabel={<Plural value={count} one="Remove # user" other="Remove # users" />}
      submitColor="red.9"
      onSubmit={() => work.start((users) => request(DeleteUsersDocument, { input: { projectId, ...users } }))}
      onClose={() => {
        onClose();
        if (work.isDone && !work.wasCancelled) onDeleted();
      }}
    >
      <Alert color="red" variant="outline" icon={<AlertIcon />}>
        <Trans>
          <strong>Warning:</strong> Deleting users removes them from ALL environments. This action cannot be undone.
        </Trans>
      </Alert>
    </BulkDialog>
  );
}

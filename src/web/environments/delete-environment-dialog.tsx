import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useProject } from '../viewer/viewer.ts';
import { DeleteEnvironmentDocument, type ListedEnvironment } from './environment-documents.ts';
import { useRefreshEnvironments } from './use-environments.ts';

export function DeleteEnvironmentDialog({
  environment,
  onClose,
}: {
  environment: ListedEnvironment;
  onClose: () => void;
}) {
  const { id: projectId } = useProject();
  const refresh = useRefreshEnvironments();
  const remove = async () => {
    const answer = await request(DeleteEnvironmentDocument, { input: { id: environment.id } });
    const { userErrors, deletedEnvironmentId } = answer.deleteEnvironment;
    if (deletedEnvironmentId) notifications.show({ message: t`${environment.name} was removed` });
    await refresh();
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Remove <bdi>{environment.name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Remove`}
      confirm={remove}
      onClose={onClose}
      wayOut={
        <Anchor
          component={Link}
          href={`/projects/${projectId}/users?environment=${environment.id}`}
          display="block"
          mt="xs"
          inherit
          underline="always"
        >
          <Trans>
            Show the users of <bdi>{environment.name}</bdi>
          </Trans>
        </Anchor>
      }
    >
      <Text>
        <Plural
          value={environment.userCount}
          one="Its # user can no longer talk to the assistant here; they keep their other environments."
          other="Its # users can no longer talk to the assistant here; they keep their other environments."
        />{' '}
        <Trans>It stays while it is the only environment of some user. This action cannot be undone.</Trans>
      </Text>
    </ConfirmDialog>
  );
}

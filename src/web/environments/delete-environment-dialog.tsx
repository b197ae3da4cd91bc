import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useProject } from '../viewer/viewer.ts';
import { DeleteEnvironmentDocument, type ListedEnvironment } from './environment-documents.ts';
import { MoveUsers } from './move-users.tsx';
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
  const { name, userCount } = environment;
  const remove = async () => {
    const answer = await request(DeleteEnvironmentDocument, { input: { id: environment.id } });
    const { userErrors, deletedEnvironmentId } = answer.deleteEnvironment;
    // Somebody else was faster: what was asked for is so.
    const isGone = userErrors.some(({ code }) => code === 'NOT_FOUND');
    if (deletedEnvironmentId || isGone) notifications.show({ message: t`${name} was removed` });
    await refresh();
    return isGone ? [] : userErrors;
  };
  const afterMove = async () => {
    const [refusal] = await remove();
    // Somebody came in meanwhile.
    if (refusal) throw new Error(refusal.message);
    onClose();
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Remove <bdi>{name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Remove`}
      confirm={remove}
      onClose={onClose}
      wayOut={
        <>
          <MoveUsers environment={environment} onMoved={afterMove} />
          <Anchor
            component={Link}
            href={`/projects/${projectId}/users?environment=${environment.id}`}
            display="block"
            mt="xs"
            inherit
            underline="always"
          >
            <Trans>
              Show the users of <bdi>{name}</bdi>
            </Trans>
          </Anchor>
        </>
      }
    >
      <Text>
        <Trans>
          Its <Plural value={userCount} one="# user" other="# users" /> can no longer talk to the assistant here; they
          keep their other environments. It stays while it is the only environment of some user. This action cannot be
          undone.
        </Trans>
      </Text>
    </ConfirmDialog>
  );
}

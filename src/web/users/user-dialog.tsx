import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Skeleton, Stack, Text } from '@mantine/core';
import { Dialog } from '../parts/dialog.tsx';
import { Failure } from '../parts/failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { useUserToEdit } from './use-user.ts';
import { UserForm } from './user-form.tsx';
import type { UserFormValues } from './user-form-values.ts';

const FIELDS = [0, 1, 2, 3, 4];

export default function UserDialog({
  userId,
  prefilled,
  onClose,
}: {
  userId: string | undefined;
  prefilled?: Partial<UserFormValues>;
  onClose: () => void;
}) {
  if (userId) return <EditUserDialog userId={userId} onClose={onClose} />;
  return (
    <Dialog title={t`Add User`} onClose={onClose}>
      <UserForm prefilled={prefilled} onClose={onClose} />
    </Dialog>
  );
}

function EditUserDialog({ userId, onClose }: { userId: string; onClose: () => void }) {
  const loaded = useUserToEdit(userId);
  return (
    <Dialog
      title={
        loaded.data ? (
          <Trans>
            Edit User <bdi>{loaded.data.fullName}</bdi>
          </Trans>
        ) : (
          t`Edit User`
        )
      }
      onClose={onClose}
    >
      <EditUser loaded={loaded} onClose={onClose} />
    </Dialog>
  );
}

function EditUser({ loaded, onClose }: { loaded: ReturnType<typeof useUserToEdit>; onClose: () => void }) {
  const { data: user, error, refetch, isFetching } = loaded;
  if (user) return <UserForm user={user} onClose={onClose} />;
  if (error) {
    return <Failure title={t`The user could not be loaded`} error={error} onRetry={refetch} isRetrying={isFetching} />;
  }
  if (user === null)
    return (
      <Text>
        <Trans>There is no such user any more.</Trans>
      </Text>
    );
  return (
    <Loading>
      <Stack>
        {FIELDS.map((field) => (
          <Skeleton key={field} h={60} />
        ))}
      </Stack>
    </Loading>
  );
}

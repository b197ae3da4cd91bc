import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useProject } from '../viewer/viewer.ts';
import { type ProjectSettings, UpdateProjectDocument } from './project-documents.ts';
import { useRefreshProject } from './use-project-settings.ts';

/** Whether it is noted who was refused; switching it off forgets them, so it asks first. */
export function DeniedAttempts({ settings: { id, keepsDeniedAttempts } }: { settings: ProjectSettings }) {
  const { canAdminister } = useProject();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = useRefreshProject();
  const keep = async (keeps: boolean) => {
    const { answer } = await request(UpdateProjectDocument, { input: { id, keepsDeniedAttempts: keeps } });
    await refresh();
    return answer.userErrors;
  };
  const { mutate, isPending } = useMutation({
    mutationFn: () => keep(true),
    onSuccess: ([problem]) => problem && notifyUnchanged(problem),
    onError: notifyUnchanged,
  });
  if (!canAdminister) {
    return (
      <Text size="sm">
        {keepsDeniedAttempts ? t`It is noted who is denied.` : t`It is not noted who is denied.`} {meaning()}
      </Text>
    );
  }
  return (
    <>
      <Switch
        label={t`Note who is denied`}
        description={meaning()}
        checked={keepsDeniedAttempts || isPending}
        onChange={(event) => {
          if (event.currentTarget.checked) mutate();
          else setIsAsking(true);
        }}
      />
      {isAsking && (
        <ConfirmDialog
          title={t`Stop noting who is denied?`}
          confirmLabel={t`Stop and forget`}
          confirm={() => keep(false)}
          onClose={() => setIsAsking(false)}
        >
          <Text>
            <Trans>
              Whoever was noted in closed environments is forgotten at once, and nobody is noted from now on. Requests
              to environments on approval stay. This cannot be undone.
            </Trans>
          </Text>
        </ConfirmDialog>
      )}
    </>
  );
}

function notifyUnchanged({ message }: { message: string }): void {
  notifications.show({ color: 'red', title: t`Not changed`, message });
}

function meaning(): string {
  return t`In environments that are closed, whoever writes and is refused shows up under “Requests”. Kept are the name, phone number, id and email address, as the channel tells them, for 30 days after the last attempt; never what they wrote.`;
}

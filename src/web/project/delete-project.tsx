import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { ConfirmDialog } from '../parts/confirm-dialog.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';
import { DeleteProjectDocument } from './project-documents.ts';
import { useUserCount } from './use-project-settings.ts';

/** The way to delete the project, for those who may. */
export function DeleteProject() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Text size="sm">
        <Trans>
          Deletes its users, environments, members and access keys, for ever. The assistant answers nobody then.
        </Trans>
      </Text>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setIsAsking(true)}>
        <Trans>Delete this project</Trans>
      </Button>
      {isAsking && <DeleteProjectDialog onClose={() => setIsAsking(false)} />}
    </>
  );
}

function DeleteProjectDialog({ onClose }: { onClose: () => void }) {
  const { id, name } = useProject();
  const { projects } = useViewer();
  const { data: count } = useUserCount(id);
  const [typed, setTyped] = useState('');
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const remove = async () => {
    const answer = await request(DeleteProjectDocument, { input: { id } });
    const { deletedProjectId, userErrors } = answer.deleteProject;
    if (deletedProjectId) {
      notifications.show({ message: t`${name} was deleted` });
      const other = projects.find((project) => project.id !== id);
      navigate(other ? `/projects/${other.id}/users` : '/', { replace: true });
      await client.invalidateQueries({ queryKey: ['viewer'] });
    }
    return userErrors;
  };
  return (
    <ConfirmDialog
      title={
        <Trans>
          Delete the project <bdi>{name}</bdi>?
        </Trans>
      }
      confirmLabel={t`Delete Project`}
      isReady={typed.trim() === name.trim()}
      confirm={remove}
      onClose={onClose}
    >
      <Text>
        {count === undefined ? (
          <Trans>All its users are deleted with it.</Trans>
        ) : (
          <Plural
            value={count}
            _0="It has no users."
            one="Its # user is deleted with it."
            other="All its # users are deleted with it."
          />
        )}{' '}
        <Trans>Its keys stop working at once. This action cannot be undone.</Trans>
      </Text>
      <TextInput
        data-autofocus
        label={t`Type the name of the project to confirm`}
        placeholder={name}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

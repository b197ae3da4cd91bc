import { Box, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { UpdateProjectDocument } from './project-documents.ts';

export default function GeneralPage() {
  const { name, canAdminister } = useProject();
  return (
    <>
      <PageHeader title="General">The project these settings belong to.</PageHeader>
      <Box maw={480}>
        {canAdminister ? (
          <ProjectForm />
        ) : (
          <Stack gap="xs">
            <Text fw={500} size="sm">
              Project name
            </Text>
            <Text>
              <bdi>{name}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              Only an administrator can rename the project.
            </Text>
          </Stack>
        )}
      </Box>
    </>
  );
}

function ProjectForm() {
  const { id, name } = useProject();
  const client = useQueryClient();
  const form = useForm({
    draft: `project:${id}`,
    pristine: { name },
    send: (fields) => request(UpdateProjectDocument, { input: { id, ...fields } }),
    notice: () => 'The project was renamed',
    onSaved: () => client.invalidateQueries({ queryKey: ['viewer'] }),
    goOnFrom: (saved) => ({ name: saved.name }),
  });
  return (
    <Form form={form}>
      <TextField form={form} name="name" label="Project name" dir="auto" />
      <BusyButton type="submit" isBusy={form.isSaving} style={{ alignSelf: 'flex-start' }}>
        Rename
      </BusyButton>
    </Form>
  );
}

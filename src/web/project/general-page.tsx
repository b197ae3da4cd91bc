import { Box, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Form } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { useDraft } from '../parts/use-draft.ts';
import { useSave } from '../parts/use-save.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';

const UpdateProjectDocument = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    answer: updateProject(input: $input) {
      saved: project {
        id
        name
      }
      userErrors {
        ...FormError
      }
    }
  }
`);

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
  const project = useProject();
  const draft = useDraft(`project:${project.id}`, project.name);
  const name = draft.content;
  const errors = useFormErrors(['name']);
  const client = useQueryClient();
  const { save, isSaving } = useSave({
    send: (newName: string) => request(UpdateProjectDocument, { input: { id: project.id, name: newName } }),
    errors,
    onSaved(saved) {
      draft.discard(saved.name);
      notifications.show({ message: 'The project was renamed' });
      client.invalidateQueries({ queryKey: ['viewer'] });
    },
  });
  return (
    <Form
      errors={errors}
      isSaving={isSaving}
      onSubmit={() => save(name)}
      onStartOver={draft.isRestored ? () => draft.discard() : undefined}
    >
      <TextInput
        name="name"
        label="Project name"
        dir="auto"
        autoComplete="off"
        value={name}
        onChange={(event) => {
          errors.clear('name');
          draft.change(event.currentTarget.value);
        }}
        error={errors.of('name')}
      />
      <BusyButton type="submit" isBusy={isSaving} style={{ alignSelf: 'flex-start' }}>
        Rename
      </BusyButton>
    </Form>
  );
}

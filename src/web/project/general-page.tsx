import { Box, Button, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import { Form } from '../parts/form.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { useProject } from '../session/viewer.ts';

const UpdateProjectDocument = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
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
  const { canAdminister, ...project } = useProject();
  const draft = useDraft(`project:${project.id}`, project.name);
  const name = draft.content;
  const errors = useFormErrors(['name']);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async () => (await request(UpdateProjectDocument, { input: { id: project.id, name } })).updateProject,
    onMutate: () => errors.clear(),
    onSuccess: async ({ project: saved, userErrors }) => {
      if (!saved) return errors.show(userErrors);
      draft.discard(saved.name);
      notifications.show({ message: 'The project was renamed' });
      await client.invalidateQueries({ queryKey: ['viewer'] });
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  return (
    <>
      <PageHeader title="General">The project these settings belong to.</PageHeader>
      <Box maw={480}>
        <Form
          errors={errors}
          isSaving={save.isPending}
          onSubmit={() => save.mutate()}
          onStartOver={draft.isRestored ? () => draft.discard() : undefined}
        >
          <TextInput
            name="name"
            label="Project name"
            dir="auto"
            autoComplete="off"
            readOnly={!canAdminister}
            value={name}
            onChange={(event) => draft.change(event.currentTarget.value)}
            error={errors.of('name')}
          />
          {canAdminister ? (
            <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              Rename
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              Only an administrator can rename the project.
            </Text>
          )}
        </Form>
      </Box>
    </>
  );
}

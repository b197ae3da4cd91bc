import { Button, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { request } from '../api/request.ts';
import { graphql } from '../generated/gql.ts';
import { FormAlert } from '../parts/form-alert.tsx';
import { useFormErrors } from '../parts/form-errors.ts';
import { PageHeader } from '../parts/page-header.tsx';
import { useProject } from '../session/viewer.ts';

const UpdateProjectDocument = graphql(`
  mutation UpdateProject($input: UpdateProjectInput!) {
    updateProject(input: $input) {
      project {
        id
        name
      }
      userErrors {
        field
        message
      }
    }
  }
`);

export default function GeneralPage() {
  const { canAdminister, ...project } = useProject();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(project.name);
  const errors = useFormErrors(form, ['name']);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: async () => (await request(UpdateProjectDocument, { input: { id: project.id, name } })).updateProject,
    onMutate: () => errors.clear(),
    onSuccess: async ({ project: saved, userErrors }) => {
      if (!saved) return errors.show(userErrors);
      setName(saved.name);
      notifications.show({ message: 'The project was renamed' });
      await client.invalidateQueries({ queryKey: ['viewer'] });
    },
    onError: ({ message }) => errors.show([{ message: `Not saved. ${message}` }]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate();
  };
  return (
    <>
      <PageHeader title="General">The project these settings belong to.</PageHeader>
      <form ref={form} onSubmit={submit} noValidate>
        <Stack maw={480} align="flex-start">
          <FormAlert message={errors.general} />
          <TextInput
            name="name"
            label="Project name"
            w="100%"
            dir="auto"
            autoComplete="off"
            readOnly={!canAdminister}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors.of('name')}
          />
          {canAdminister ? (
            <Button type="submit" loading={save.isPending}>
              Rename
            </Button>
          ) : (
            <Text size="sm" c="dimmed">
              Only an administrator can rename the project.
            </Text>
          )}
        </Stack>
      </form>
    </>
  );
}

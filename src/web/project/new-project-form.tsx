import { t } from '@lingui/core/macro';
import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { request } from '../api/request.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { CreateProjectDocument } from './project-documents.ts';

/** Creates a project, and goes there. */
export default function NewProjectForm({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [, navigate] = useLocation();
  const form = useForm({
    draft: 'project:new',
    pristine: { name: '' },
    send: (input) => request(CreateProjectDocument, { input }),
    notice: ({ name }) => t`${name} was created`,
    async onSaved({ id }) {
      await client.invalidateQueries({ queryKey: ['viewer'] });
      onClose();
      navigate(`/projects/${id}/users`);
    },
  });
  return (
    <FormDialog form={form} title={t`New Project`} submitLabel={t`Create Project`} onClose={onClose}>
      <TextField
        form={form}
        name="name"
        label={t`Project name`}
        description={t`One project for each assistant. It begins with the environments Development, Staging and Production; newcomers may register themselves in Production.`}
        isRequired
        dir="auto"
        data-autofocus
      />
    </FormDialog>
  );
}

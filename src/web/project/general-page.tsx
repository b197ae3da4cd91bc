import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { request } from '../api/request.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Form } from '../parts/form.tsx';
import { Loading } from '../parts/loading.tsx';
import { Section } from '../parts/section.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject, useViewer } from '../viewer/viewer.ts';
import { Addresses } from './addresses.tsx';
import { DeleteProject } from './delete-project.tsx';
import { DeniedAttempts } from './denied-attempts.tsx';
import { Ids } from './ids.tsx';
import { UpdateProjectDocument } from './project-documents.ts';
import { useProjectSettings, useRefreshProject } from './use-project-settings.ts';

export default function GeneralPage() {
  const { id, name, canAdminister } = useProject();
  const { canManageProjects } = useViewer();
  const { data: settings, error, refetch, isFetching } = useProjectSettings(id);
  return (
    <>
      <PageHeader title={t`General`}>
        <Trans>The project these settings belong to.</Trans>
      </PageHeader>
      <Stack maw={560} gap="xl">
        {canAdminister ? (
          <ProjectForm />
        ) : (
          <Stack gap="xs">
            <Text fw={500} size="sm">
              <Trans>Project name</Trans>
            </Text>
            <Text>
              <bdi>{name}</bdi>
            </Text>
            <Text size="sm" c="dimmed">
              <Trans>Only an administrator can change what is here.</Trans>
            </Text>
          </Stack>
        )}
        <Section title={t`Connect your assistant`}>
          <Text size="sm">
            <Trans>A key and a few lines for the gateway that receives its messages.</Trans>{' '}
            <Anchor component={Link} href={`/projects/${id}/connect`} inherit underline="always">
              <Trans>Show me how</Trans>
            </Anchor>
          </Text>
        </Section>
        <Section title={t`Ids`}>
          <Ids />
        </Section>
        {settings ? (
          <>
            <Section title={t`Where invitations lead`}>
              <Addresses settings={settings} />
            </Section>
            <Section title={t`Who is denied`}>
              <DeniedAttempts settings={settings} />
            </Section>
          </>
        ) : error ? (
          <Failure
            title={t`The settings could not be loaded`}
            error={error}
            onRetry={refetch}
            isRetrying={isFetching}
          />
        ) : (
          <Loading>
            <Skeleton h={240} />
          </Loading>
        )}
        {canManageProjects && (
          <Section title={t`Delete the project`}>
            <DeleteProject />
          </Section>
        )}
      </Stack>
    </>
  );
}

function ProjectForm() {
  const { id, name } = useProject();
  const form = useForm({
    draft: `project:${id}`,
    pristine: { name },
    send: (fields) => request(UpdateProjectDocument, { input: { id, ...fields } }),
    notice: () => t`The project was renamed`,
    onSaved: useRefreshProject(),
    goOnFrom: (saved) => ({ name: saved.name }),
  });
  return (
    <Form form={form}>
      <TextField form={form} name="name" label={t`Project name`} dir="auto" />
      <BusyButton type="submit" isBusy={form.isSaving} style={{ alignSelf: 'flex-start' }}>
        <Trans>Rename</Trans>
      </BusyButton>
    </Form>
  );
}

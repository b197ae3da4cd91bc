import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { AlertIcon } from '../parts/icons.tsx';
import { BadRows } from './bad-rows.tsx';
import { CountsList } from './counts-list.tsx';
import type { Job, Step } from './import-state.ts';
import { changeJob, importFile } from './import-steps.ts';
import { StepTitle } from './step-title.tsx';

/** What would become of the file. */
export function PreviewStep({ job, step }: { job: Job; step: Extract<Step, { name: 'PREVIEW' }> }) {
  const { counts, bad } = step.tally;
  const written = counts.created + counts.updated;
  return (
    <Stack>
      <StepTitle>
        <Trans>What would become of the rows</Trans>
      </StepTitle>
      <CountsList counts={counts} ifExisting={job.options.ifExisting} />
      <BadRows bad={bad} job={job} />
      {step.problem !== undefined && (
        <Alert role="alert" color="red" variant="outline" icon={<AlertIcon />}>
          {step.problem}
        </Alert>
      )}
      <Group justify="space-between">
        <Button variant="default" onClick={() => changeJob({})}>
          <Trans>Back</Trans>
        </Button>
        <Group gap="sm">
          <Text size="sm" c="dimmed">
            {written > 0 ? <Trans>Nothing is written yet.</Trans> : <Trans>There is nothing to import.</Trans>}
          </Text>
          {written > 0 && (
            <Button onClick={importFile}>
              <Plural value={written} one="Import # user" other="Import # users" />
            </Button>
          )}
        </Group>
      </Group>
    </Stack>
  );
}

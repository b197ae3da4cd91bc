import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Alert, Button, Checkbox, Group, Radio, Stack, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ImportOptions } from '../../contact-files/chunks.ts';
import { AlertIcon } from '../parts/icons.tsx';
import { ColumnsTable } from './columns-table.tsx';
import classes from './import.module.css';
import type { Job } from './import-state.ts';
import { changeJob, checkFile, leaveImport } from './import-steps.ts';
import { StepTitle } from './step-title.tsx';

/** What the columns are, where people go, and what becomes of those who are here already. */
export function MapStep({ job, problem }: { job: Job; problem: string | undefined }) {
  const { columns, options, environments, file } = job;
  const hasEnvironments = columns.some(({ field }) => field === 'environments');
  const unknown = columns.filter(({ field, isKnown }) => field === null && !isKnown);
  const { name } = file;
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem !== undefined) alert.current?.focus();
  }, [problem]);
  return (
    <Stack>
      <StepTitle>
        <Trans>
          What is in <bdi>{name}</bdi>
        </Trans>
      </StepTitle>
      {unknown.length > 0 && (
        <Alert color="yellow" variant="outline" icon={<AlertIcon />}>
          <Plural
            value={unknown.length}
            one="# column is not known. It is left out unless you say what it is."
            other="# columns are not known. They are left out unless you say what they are."
          />
        </Alert>
      )}
      <ColumnsTable
        columns={columns}
        sample={job.opened.sample}
        onChange={(changed) => changeJob({ columns: changed })}
      />
      <Checkbox.Group
        label={t`Environments`}
        description={
          hasEnvironments
            ? t`For the rows that name none themselves.`
            : t`Where these people may talk to the assistant.`
        }
        withAsterisk={!hasEnvironments}
        value={[...options.environmentIds]}
        onChange={(environmentIds) => changeJob({ environmentIds })}
      >
        <Group gap="md" mt="xs">
          {environments.map((environment) => (
            <Checkbox key={environment.id} value={environment.id} label={<bdi>{environment.name}</bdi>} />
          ))}
        </Group>
      </Checkbox.Group>
      <Radio.Group
        label={t`People who are here already`}
        description={t`They are found by phone number, id on a channel or email.`}
        value={options.ifExisting}
        onChange={(ifExisting) => changeJob({ ifExisting: ifExisting as ImportOptions['ifExisting'] })}
      >
        <Stack gap="xs" mt="xs">
          <Radio value="SKIP" label={t`Leave them as they are`} />
          <Radio value="ADD_ENVIRONMENTS" label={t`Add the environments to theirs`} />
          <Radio value="UPDATE" label={t`Replace what the file gives: names, email, phone number and environments`} />
        </Stack>
      </Radio.Group>
      {problem !== undefined && (
        <Alert ref={alert} tabIndex={-1} color="red" variant="outline" icon={<AlertIcon />}>
          {problem}
        </Alert>
      )}
      <div className={classes.footer}>
        <Button variant="default" onClick={leaveImport}>
          <Trans>Choose another file</Trans>
        </Button>
        <Group gap="sm">
          <Text size="sm" c="dimmed" visibleFrom="sm">
            <Trans>Nothing is written yet.</Trans>
          </Text>
          <Button onClick={checkFile}>
            <Trans>Check the file</Trans>
          </Button>
        </Group>
      </div>
    </Stack>
  );
}

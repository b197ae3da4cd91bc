import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Group, Stack, Table, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { Breakable } from '../parts/email-address.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { UserToEdit } from './user-documents.ts';
import { differ, FIELDS, type Field, LABELS, toValues, type UserFormValues } from './user-form-values.ts';

/** Somebody else saved the user meanwhile: what they changed beside what I typed, and whose is to hold. */
export function Conflict({
  base,
  theirs,
  mine,
  onOverwrite,
  onTakeTheirs,
}: {
  base: UserToEdit;
  theirs: UserToEdit;
  mine: UserFormValues;
  onOverwrite: () => void;
  onTakeTheirs: () => void;
}) {
  const { data: choices = [] } = useEnvironmentChoices(useProject().id);
  const environments = new Map(
    [...base.environments, ...theirs.environments, ...choices].map(({ id, name }) => [id, name]),
  );
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => alert.current?.focus(), []);
  const [before, now] = [toValues(base), toValues(theirs)];
  const isMine = (field: Field) => differ(mine, before, field);
  const shown = FIELDS.filter((field) => differ(now, before, field) || isMine(field));
  const text = (values: UserFormValues, field: Field) =>
    field === 'environmentIds'
      ? values.environmentIds.map((id) => environments.get(id)).join(', ')
      : values[field] || '—';
  return (
    <Stack>
      <Alert
        ref={alert}
        tabIndex={-1}
        color="yellow"
        variant="outline"
        icon={<AlertIcon />}
        title={t`Somebody else changed this user meanwhile`}
      >
        <Trans>Nothing was saved yet. Compare, then overwrite with what you typed or keep what they saved.</Trans>
      </Alert>
      <Table aria-label={t`What was changed`} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>
              <Trans>Field</Trans>
            </Table.Th>
            <Table.Th visibleFrom="xs">
              <Trans>Before</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Theirs</Trans>
            </Table.Th>
            <Table.Th>
              <Trans>Yours</Trans>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((field) => (
            <Table.Tr key={field}>
              <Table.Th scope="row">{LABELS[field]}</Table.Th>
              <Table.Td c="dimmed" visibleFrom="xs">
                <bdi>
                  <Breakable text={text(before, field)} />
                </bdi>
              </Table.Td>
              <Table.Td fw={differ(now, before, field) ? 600 : undefined}>
                <bdi>
                  <Breakable text={text(now, field)} />
                </bdi>
              </Table.Td>
              <Table.Td fw={isMine(field) ? 600 : undefined}>
                <bdi>{isMine(field) ? <Breakable text={text(mine, field)} /> : t`not changed`}</bdi>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text size="sm" c="dimmed">
        <Trans>Overwriting saves your changes; fields you did not change keep what they saved.</Trans>
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onTakeTheirs}>
          <Trans>Keep theirs</Trans>
        </Button>
        <Button onClick={onOverwrite}>
          <Trans>Overwrite with mine</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

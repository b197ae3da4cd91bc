import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { problemFile } from '../../contact-files/problem-file.ts';
import type { BadRecord } from '../../contact-files/tally.ts';
import { saveFile } from '../api/download.ts';
import { formatNumber } from '../language/format.ts';
import type { Job } from './import-state.ts';

const SHOWN = 50;

/** The rows that are not taken, each with its reason, and as a file to mend. */
export function BadRows({ bad, job }: { bad: readonly BadRecord[]; job: Job }) {
  const [page, setPage] = useState(0);
  if (bad.length === 0) return null;
  const from = page * SHOWN;
  const rows = bad.slice(from, from + SHOWN);
  const first = formatNumber(from + 1);
  const last = formatNumber(from + rows.length);
  const all = formatNumber(bad.length);
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>
          <Plural value={bad.length} one="# row is refused" other="# rows are refused" />
        </Text>
        <Button size="xs" variant="default" onClick={() => download(bad, job)}>
          <Trans>Download them to mend</Trans>
        </Button>
      </Group>
      <Table.ScrollContainer minWidth={280} mah={260}>
        <Table aria-label={t`Refused rows`} fz="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <Trans>Line</Trans>
              </Table.Th>
              <Table.Th w="30%">
                <Trans>Who</Trans>
              </Table.Th>
              <Table.Th>
                <Trans>Problem</Trans>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ record, problem }) => (
              <Table.Tr key={record.line}>
                <Table.Td>{formatNumber(record.line)}</Table.Td>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <bdi>{whoIs(record.cells, job)}</bdi>
                </Table.Td>
                <Table.Td>{problem}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {bad.length > SHOWN && (
        <Group gap="xs" justify="flex-end">
          <Text size="sm" c="dimmed">
            <Trans>
              {first} to {last} of {all}
            </Trans>
          </Text>
          <Button size="xs" variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            <Trans>Previous</Trans>
          </Button>
          <Button size="xs" variant="default" disabled={from + SHOWN >= bad.length} onClick={() => setPage(page + 1)}>
            <Trans>Next</Trans>
          </Button>
        </Group>
      )}
    </Stack>
  );
}

/** As much of a row as it takes to know it again. */
function whoIs(cells: readonly string[], { columns }: Job): string {
  const told = columns.flatMap(({ field }, place) => (field === null ? [] : [(cells[place] ?? '').trim()]));
  const text = told.filter((cell) => cell !== '').join(' ');
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function download(bad: readonly BadRecord[], { columns, file }: Job): void {
  const content = new Blob([...problemFile(columns, bad)], { type: 'text/csv;charset=utf-8' });
  saveFile(content, `${file.name.replace(/\.[^.]*$/, '')}.problems.csv`);
}

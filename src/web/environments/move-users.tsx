import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Group, NativeSelect, Progress, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Patience, persist } from '../api/persist.ts';
import { request } from '../api/request.ts';
import { useLongWork } from '../api/use-long-work.ts';
import { UpdateUsersDocument } from '../bulk/bulk-documents.ts';
import { idsOf } from '../bulk/found-ids.ts';
import { formatNumber } from '../language/format.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { useBusyDialog } from '../parts/dialog.tsx';
import { useUnloadQuestion } from '../parts/use-unload-question.ts';
import { Waiting } from '../parts/waiting.tsx';
import { useProject } from '../viewer/viewer.ts';
import type { ListedEnvironment } from './environment-documents.ts';
import { useEnvironmentChoices } from './use-environments.ts';

/** Moves those who have no other environment to another one, so that theirs can go; the rest just lose it. */
export function MoveUsers({ environment, onMoved }: { environment: ListedEnvironment; onMoved: () => Promise<void> }) {
  const { id: projectId } = useProject();
  const { data: environments = [] } = useEnvironmentChoices(projectId);
  const others = environments.filter(({ id }) => id !== environment.id);
  const [chosen, setChosen] = useState<string>();
  const target = chosen ?? others[0]?.id;
  const { begin, isSeen } = useLongWork();
  const [moved, setMoved] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const { mutate, isPending, error } = useMutation({
    async mutationFn(targetId: string) {
      setMoved(0);
      const signal = begin();
      await move(projectId, environment.id, targetId, { signal, onTrouble: setTrouble }, (count) => {
        setTrouble(undefined);
        setMoved((before) => before + count);
      });
      if (signal.aborted) throw new Error(t`It was stopped. What was done stays.`);
      await onMoved();
    },
    onError({ message }) {
      if (!isSeen()) notifications.show({ color: 'red', message, autoClose: false });
    },
  });
  useBusyDialog(isPending);
  useUnloadQuestion(isPending);
  if (target === undefined) {
    return (
      <Text size="sm" mt="xs">
        <Trans>Add another environment first, to move them to.</Trans>
      </Text>
    );
  }
  return (
    <Stack gap="xs" mt="xs">
      <Group gap="xs" align="flex-end">
        <NativeSelect
          label={t`Move them to`}
          value={target}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          disabled={isPending}
        />
        <BusyButton color="red.9" isBusy={isPending} onClick={() => mutate(target)}>
          <Trans>Move and remove</Trans>
        </BusyButton>
      </Group>
      {isPending && (
        <>
          <Progress value={(100 * moved) / Math.max(1, environment.userCount)} animated aria-label={t`Progress`} />
          <Text size="sm" role="status">
            <Plural value={moved} one="# user moved" other="# users moved" />
          </Text>
          <Waiting reason={trouble} />
        </>
      )}
      {error && (
        <Text size="sm" role="alert">
          {error.message}
        </Text>
      )}
    </Stack>
  );
}

async function move(
  projectId: string,
  fromId: string,
  toId: string,
  patience: Patience,
  onMoved: (count: number) => void,
): Promise<void> {
  const found = { search: '', filter: { environmentIds: [fromId] } };
  for await (const ids of idsOf(projectId, found, patience, ({ environments }) => environments.length === 1)) {
    if (patience.signal.aborted) return;
    const input = { projectId, ids, addEnvironmentIds: [toId], removeEnvironmentIds: [fromId] };
    const attempt = () => request(UpdateUsersDocument, { input });
    const { answer } = await persist(attempt, patience, { isRepeatable: true });
    const [refusal] = answer.userErrors;
    if (refusal) throw new Error(refusal.message);
    const refused = answer.results.filter(
      ({ outcome, userErrors: [error] }) => outcome === 'REFUSED' && error?.code !== 'NOT_FOUND',
    );
    const message = refused[0]?.userErrors[0]?.message;
    if (message !== undefined) {
      const count = formatNumber(refused.length);
      throw new Error(t`${count} could not be moved: ${message}`);
    }
    onMoved(ids.length);
  }
}

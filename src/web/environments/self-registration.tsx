import { Switch, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { startTransition, useOptimistic } from 'react';
import { request } from '../api/request.ts';
import type { SelfRegistrationMode } from '../generated/graphql.ts';
import { type ListedEnvironment, UpdateEnvironmentDocument } from './environment-documents.ts';
import { useRefreshEnvironments } from './use-environments.ts';

const MEANING: Record<SelfRegistrationMode, string> = {
  OPEN: 'Anyone who writes to the assistant here becomes a user by themselves.',
  CLOSED: 'Only people you add can talk to the assistant here; strangers are refused.',
};

/** Whether newcomers may register themselves, and what that means. */
export function SelfRegistration({ environment, isFixed }: { environment: ListedEnvironment; isFixed: boolean }) {
  const refresh = useRefreshEnvironments();
  const [mode, showAtOnce] = useOptimistic(environment.selfRegistration);
  const choose = (selfRegistration: SelfRegistrationMode) =>
    startTransition(async () => {
      showAtOnce(selfRegistration);
      const input = { id: environment.id, selfRegistration };
      const problem = await request(UpdateEnvironmentDocument, { input }).then(
        ({ answer }) => answer.userErrors[0],
        (error: Error) => error,
      );
      if (problem) notifications.show({ color: 'red', title: 'Not changed', message: problem.message });
      await refresh();
    });
  if (isFixed) {
    return (
      <Text size="sm" mt="sm">
        Self-registration is {mode === 'OPEN' ? 'open' : 'closed'}. <span>{MEANING[mode]}</span>
      </Text>
    );
  }
  return (
    <Switch
      mt="sm"
      label="Self-registration"
      description={MEANING[mode]}
      aria-label={`Self-registration in ${environment.name}`}
      checked={mode === 'OPEN'}
      onChange={(event) => choose(event.currentTarget.checked ? 'OPEN' : 'CLOSED')}
    />
  );
}

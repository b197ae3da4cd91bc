import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Radio, Stack, Text, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { startTransition, useOptimistic, useRef } from 'react';
import { request } from '../api/request.ts';
import type { SelfRegistrationMode } from '../generated/graphql.ts';
import { currentLanguage } from '../language/language.ts';
import { type ListedEnvironment, UpdateEnvironmentDocument } from './environment-documents.ts';
import { modeNamed, REGISTRATION_MODES } from './registration-modes.ts';
import { useRefreshEnvironments } from './use-environments.ts';

/** Whether newcomers may register themselves, and what that means. */
export function SelfRegistration({ environment, isFixed }: { environment: ListedEnvironment; isFixed: boolean }) {
  const refresh = useRefreshEnvironments();
  const [mode, showAtOnce] = useOptimistic(environment.selfRegistration);
  // One after the other, so that what is chosen last is saved last.
  const saved = useRef(Promise.resolve());
  const choose = (selfRegistration: SelfRegistrationMode) =>
    startTransition(async () => {
      showAtOnce(selfRegistration);
      saved.current = saved.current.then(() => save(environment.id, selfRegistration));
      await saved.current;
      await refresh();
    });
  if (isFixed) {
    const label = REGISTRATION_MODES[mode].label.toLocaleLowerCase(currentLanguage());
    const { meaning } = REGISTRATION_MODES[mode];
    return (
      <Text size="sm" mt="sm">
        <Trans>Self-registration: {label}.</Trans> <span>{meaning}</span>
      </Text>
    );
  }
  return (
    <Radio.Group
      mt="sm"
      label={
        <Trans>
          Self-registration<VisuallyHidden> in {environment.name}</VisuallyHidden>
        </Trans>
      }
      value={mode}
      onChange={(chosen) => {
        const next = modeNamed(chosen);
        if (next && next !== mode) choose(next);
      }}
    >
      <Stack gap="xs" mt="xs">
        {Object.entries(REGISTRATION_MODES).map(([value, { label, meaning }]) => (
          <Radio key={value} value={value} label={label} description={meaning} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

async function save(id: string, selfRegistration: SelfRegistrationMode): Promise<void> {
  const problem = await request(UpdateEnvironmentDocument, { input: { id, selfRegistration } }).then(
    ({ answer }) => answer.userErrors[0],
    (error: Error) => error,
  );
  if (problem) notifications.show({ color: 'red', title: t`Not changed`, message: problem.message });
}

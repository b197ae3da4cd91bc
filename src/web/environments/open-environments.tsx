import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Text } from '@mantine/core';
import { Help } from '../parts/help.tsx';
import { Listed } from '../parts/listed.tsx';
import { useProject } from '../viewer/viewer.ts';
import { useEnvironmentChoices } from './use-environments.ts';

/** Where anyone who writes becomes a user; undefined while that is not known. */
export function useOpenEnvironments(): { id: string; name: string }[] | undefined {
  const { data } = useEnvironmentChoices(useProject().id);
  return data?.filter(({ selfRegistration }) => selfRegistration === 'OPEN');
}

/** Says plainly which environments are open to anyone who writes. Holds its place until that is known. */
export function OpenEnvironments({ mb = 'md' }: { mb?: string | number }) {
  const open = useOpenEnvironments();
  if (open?.length === 0) return null;
  return (
    <Text size="sm" mb={mb} mih="1.55em">
      {open && (
        <>
          <Plural
            value={open.length}
            one={
              <Trans>
                <EnvironmentNames environments={open} /> is open: anyone who writes there becomes a user.
              </Trans>
            }
            other={
              <Trans>
                <EnvironmentNames environments={open} /> are open: anyone who writes there becomes a user.
              </Trans>
            }
          />{' '}
          <Help word={t`Open`}>
            <Trans>
              Whoever writes to the assistant in an open environment is added to this list by themselves, as
              “Self-registered”, and may talk from then on. Under “Environments” you can ask for your approval instead,
              or close it, so that only people whom you add may talk.
            </Trans>
          </Help>
        </>
      )}
    </Text>
  );
}

/** Their names in a sentence: “A, B and C”. */
export function EnvironmentNames({ environments }: { environments: { id: string; name: string }[] }) {
  return (
    <Listed type="conjunction">
      {environments.map(({ id, name }) => (
        <bdi key={id}>{name}</bdi>
      ))}
    </Listed>
  );
}

import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useProject } from '../viewer/viewer.ts';
import { useEnvironmentChoices } from './use-environments.ts';

/** Where anyone who writes becomes a user; undefined while that is not known. */
export function useOpenEnvironments(): { id: string; name: string }[] | undefined {
  const { data } = useEnvironmentChoices(useProject().id);
  return data?.filter(({ selfRegistration }) => selfRegistration === 'OPEN');
}

/** Says plainly which environments are open to anyone who writes. Holds its place until that is known. */
export function OpenEnvironments() {
  const open = useOpenEnvironments();
  if (open?.length === 0) return null;
  return (
    <Text size="sm" mb="md" mih="1.55em">
      {open && (
        <>
          <EnvironmentNames environments={open} /> {open.length === 1 ? 'is' : 'are'} open: anyone who writes there
          becomes a user.
        </>
      )}
    </Text>
  );
}

/** Their names in a sentence: “A, B and C”. */
export function EnvironmentNames({ environments }: { environments: { id: string; name: string }[] }) {
  return environments.map(({ id, name }, place) => (
    <Fragment key={id}>
      {place > 0 && (place === environments.length - 1 ? ' and ' : ', ')}
      <bdi>{name}</bdi>
    </Fragment>
  ));
}

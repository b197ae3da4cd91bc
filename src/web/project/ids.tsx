import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Box, Group, Stack, Text } from '@mantine/core';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { BASE_PATH } from '../parts/base-path.ts';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { useProject } from '../viewer/viewer.ts';

/** What the project and its environments are called in the API. */
export function Ids() {
  const { id } = useProject();
  const { data: environments } = useEnvironmentChoices(id);
  return (
    <>
      <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
        <Id name={t`This project`} id={id} label={t`the id of the project`} />
        {environments?.map((environment) => {
          const { name: environmentName } = environment;
          return (
            <Id
              key={environment.id}
              name={environmentName}
              id={environment.id}
              label={t`the id of ${environmentName}`}
            />
          );
        })}
      </Stack>
      <Anchor size="sm" underline="always" href={`${BASE_PATH}/graphql?project=${id}`}>
        <Trans>Try the API in GraphiQL, with these filled in</Trans>
      </Anchor>
    </>
  );
}

function Id({ name, id, label }: { name: string; id: string; label: string }) {
  return (
    <Group component="li" justify="space-between" gap="md" wrap="nowrap">
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={500}>
          <bdi>{name}</bdi>
        </Text>
        <Text size="sm" c="dimmed" dir="ltr" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
          {id}
        </Text>
      </div>
      <Box flex="none">
        <CopyTextButton text={id} label={label} size="xs" />
      </Box>
    </Group>
  );
}

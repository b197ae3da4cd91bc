import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Center, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import { Link } from 'wouter';
import { useIsPerson } from '../api/access-key.ts';

/** `isAddress`: it is not one of a project. */
export function NotFound({ isAddress = false }: { isAddress?: boolean }) {
  const isPerson = useIsPerson();
  useEffect(() => {
    document.title = `${t`Nothing is here`} · Users Management`;
  }, []);
  return (
    <Center p="xl">
      <Stack align="center" gap="xs">
        <Title order={1} size="h3">
          <Trans>Nothing is here</Trans>
        </Title>
        <Text c="dimmed">
          {isAddress ? (
            <Trans>The address is wrong.</Trans>
          ) : isPerson ? (
            <Trans>The address is wrong, or you are not a member of this project.</Trans>
          ) : (
            <Trans>The address is wrong, or your access key does not reach this project.</Trans>
          )}
        </Text>
        <Anchor component={Link} href="/">
          <Trans>Go to your projects</Trans>
        </Anchor>
      </Stack>
    </Center>
  );
}

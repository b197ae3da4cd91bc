import { Trans } from '@lingui/react/macro';
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

/** The last resort, such as a part of the page that could not be loaded. React knows error boundaries as classes only. */
export class Crash extends Component<{ children: ReactNode; isPart?: boolean }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Center mih={this.props.isPart ? undefined : '100vh'} p="md" component={this.props.isPart ? 'div' : 'main'}>
        <Stack align="center" role="alert">
          <Title order={1} size="h3">
            <Trans>Something went wrong</Trans>
          </Title>
          <Text c="dimmed">
            <Trans>It could not be shown; perhaps the connection was lost. What you typed is kept.</Trans>
          </Text>
          <Button onClick={() => location.reload()}>
            <Trans>Reload the page</Trans>
          </Button>
        </Stack>
      </Center>
    );
  }
}

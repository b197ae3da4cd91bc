import { Trans } from '@lingui/react/macro';
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { loadNewerPage } from './newer-page.ts';

type State = { hasCrashed: boolean; isFinal: boolean };

/**
 * The last resort, such as a part of the page that could not be loaded; a newer page, if there is one, comes in its place. React knows
 * error boundaries as classes only.
 */
export class Crash extends Component<{ children: ReactNode; isPart?: boolean }, State> {
  override state = { hasCrashed: false, isFinal: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override async componentDidCatch() {
    await loadNewerPage();
    this.setState({ isFinal: true });
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    if (!this.state.isFinal) return null;
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

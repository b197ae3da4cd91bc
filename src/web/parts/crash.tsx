import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

/** The last resort, such as a part of the page that could not be loaded. React knows error boundaries as classes only. */
export class Crash extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override render() {
    if (!this.state.hasCrashed) return this.props.children;
    return (
      <Center mih="100vh" p="md" component="main">
        <Stack align="center" role="alert">
          <Title order={1} size="h3">
            Something went wrong
          </Title>
          <Text c="dimmed">The page could not be shown. What you typed is kept.</Text>
          <Button onClick={() => location.reload()}>Reload the page</Button>
        </Stack>
      </Center>
    );
  }
}

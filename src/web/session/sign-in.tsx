import { Alert, Button, Card, Center, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { RequestError, request } from '../api/request.ts';
import { signIn, useSession } from './access-key.ts';
import { GATEWAY_NOTICE } from './gateway-notice.ts';
import { ViewerDocument } from './viewer.ts';

export function SignIn() {
  const { hasEnded } = useSession();
  const [accessKey, setAccessKey] = useState('');
  const attempt = useMutation({
    mutationFn: (key: string) => request(ViewerDocument, {}, undefined, key),
    onSuccess: (_viewer, key) => signIn(key),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt.mutate(accessKey.trim());
  };
  return (
    <Center mih="100vh" p="md" component="main">
      <Card withBorder shadow="sm" padding="xl" w="100%" maw={440}>
        <form onSubmit={submit} noValidate>
          <Stack>
            <Title order={1} size="h3">
              Users Management
            </Title>
            {hasEnded && (
              <Alert color="yellow" variant="outline" title="Your access key no longer works" role="alert">
                It was revoked or has expired. Sign in with another one: what you typed is kept.
              </Alert>
            )}
            <PasswordInput
              label="Access key"
              description="Given to you by an administrator. It is kept for this tab only."
              placeholder="umk_…"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
              autoFocus
              value={accessKey}
              onChange={(event) => {
                setAccessKey(event.currentTarget.value);
                attempt.reset();
              }}
              aria-invalid={attempt.isError || undefined}
              error={attempt.error && messageFor(attempt.error)}
            />
            <Button type="submit" loading={attempt.isPending} disabled={accessKey.trim() === ''}>
              Sign in
            </Button>
            <Text size="sm" c="dimmed">
              The command that starts the service prints a link that signs you in by itself.
            </Text>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}

function messageFor(error: Error): string {
  return error instanceof RequestError && error.code === 'FORBIDDEN' ? GATEWAY_NOTICE : error.message;
}

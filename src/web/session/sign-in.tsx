import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Alert, Button, Card, Center, Divider, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { signIn, useSession } from '../api/access-key.ts';
import { checkKey } from './check-key.ts';
import { companySignIn } from './company-sign-in.ts';
import { CompanySignInButton } from './company-sign-in-button.tsx';

export function SignIn() {
  const { notice, offeredKey } = useSession();
  const [accessKey, setAccessKey] = useState(offeredKey ?? '');
  const attempt = useMutation({
    mutationFn: checkKey,
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
            {notice && (
              <Alert color="yellow" variant="outline" title={notice.title} role="alert">
                {notice.text}
              </Alert>
            )}
            {companySignIn && (
              <>
                <CompanySignInButton provider={companySignIn} />
                <Divider label={t`or with an access key`} />
              </>
            )}
            <PasswordInput
              label={t`Access key`}
              description={t`Given to you by an administrator. It is kept until the last tab of this page is closed.`}
              placeholder="umk_…"
              dir="ltr"
              autoComplete="off"
              spellCheck={false}
              autoFocus={!companySignIn}
              value={accessKey}
              onChange={(event) => {
                setAccessKey(event.currentTarget.value);
                attempt.reset();
              }}
              aria-invalid={attempt.isError || undefined}
              error={attempt.error?.message}
            />
            <Button
              type="submit"
              variant={companySignIn ? 'default' : undefined}
              loading={attempt.isPending}
              disabled={accessKey.trim() === ''}
            >
              <Trans>Sign in</Trans>
            </Button>
            <Text size="sm" c="dimmed">
              <Trans>
                At its first start, and in a terminal, the service prints a link that signs you in by itself.
              </Trans>
            </Text>
          </Stack>
        </form>
      </Card>
    </Center>
  );
}

import { Trans } from '@lingui/react/macro';
import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CompanySignIn } from './company-account.ts';
import { leaveForCompanySignIn } from './company-sign-in.ts';

export function CompanySignInButton({ provider }: { provider: CompanySignIn }) {
  const departure = useMutation({ mutationFn: () => leaveForCompanySignIn(provider) });
  return (
    <>
      <Button loading={departure.isPending} onClick={() => departure.mutate()}>
        <Trans>Sign in with your company account</Trans>
      </Button>
      {departure.error && (
        <Alert color="red" variant="outline" role="alert">
          {departure.error.message}
        </Alert>
      )}
    </>
  );
}

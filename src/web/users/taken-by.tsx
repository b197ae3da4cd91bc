import { Trans } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import type { UserError } from '../parts/form-errors.ts';
import { useFormAddress } from '../parts/use-form-address.ts';

/** The API's message, with whom it is about and the way to them; two who are one person can be merged. */
export function withWhom(
  { field, message, conflictingUser }: UserFormErrorFragment,
  merge?: (otherId: string) => void,
): UserError {
  if (!conflictingUser) return { field, message };
  return { field, message: <TakenBy message={message} user={conflictingUser} merge={merge} /> };
}

function TakenBy({
  message,
  user,
  merge,
}: {
  message: string;
  user: { id: string; fullName: string };
  merge?: (otherId: string) => void;
}) {
  const { edit } = useFormAddress();
  return (
    <>
      {message}: <bdi>{user.fullName}</bdi>.{' '}
      <Anchor component="button" type="button" inherit c="inherit" underline="always" onClick={() => edit(user.id)}>
        <Trans>
          Edit <bdi>{user.fullName}</bdi>
        </Trans>
      </Anchor>
      {merge && (
        <>
          {' '}
          <Anchor
            component="button"
            type="button"
            inherit
            c="inherit"
            underline="always"
            onClick={() => merge(user.id)}
          >
            <Trans>The same person? Merge</Trans>
          </Anchor>
        </>
      )}
    </>
  );
}

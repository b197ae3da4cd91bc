import { Anchor } from '@mantine/core';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import type { UserError } from '../parts/form-errors.ts';
import { useFormAddress } from '../parts/use-form-address.ts';

/** The API's message, with whom it is about and the way to them. */
export function withWhom({ field, message, conflictingUser }: UserFormErrorFragment): UserError {
  return { field, message: conflictingUser ? <TakenBy message={message} user={conflictingUser} /> : message };
}

function TakenBy({ message, user }: { message: string; user: { id: string; fullName: string } }) {
  const { edit } = useFormAddress();
  return (
    <>
      {message}: <bdi>{user.fullName}</bdi>.{' '}
      <Anchor component="button" type="button" inherit c="inherit" underline="always" onClick={() => edit(user.id)}>
        Edit <bdi>{user.fullName}</bdi>
      </Anchor>
    </>
  );
}

import { Trans } from '@lingui/react/macro';
import { Alert } from '@mantine/core';
import { SenderId } from '../channels/sender-id.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import type { UserToEdit } from './user-documents.ts';
import type { UserFormValues } from './user-form-values.ts';

type Account = UserToEdit['channelIdentities'][number];

/** The accounts that were linked by the phone number, or by the e-mail address, which is another one in the form now. */
export function accountsThatGo(user: UserToEdit, values: UserFormValues, field: 'phoneNumber' | 'email'): Account[] {
  const plain = (text: string) => (field === 'email' ? text.trim().toLowerCase() : text.replace(/[^\d+]/g, ''));
  if (plain(values[field]) === plain(user[field] ?? '')) return [];
  const origin = field === 'email' ? 'EMAIL' : 'PHONE_NUMBER';
  return user.channelIdentities.filter(({ linkedBy }) => linkedBy === origin);
}

/** Says before saving who will not be recognised as this user any more. Which number is another one, the API decides. */
export function UnlinkNotice({ accounts, what }: { accounts: Account[]; what: 'number' | 'address' }) {
  if (accounts.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" icon={<AlertIcon />} role="status">
      {what === 'number' ? (
        <Trans>Another number unlinks what was recognised by this one:</Trans>
      ) : (
        <Trans>Another address unlinks what was recognised by this one:</Trans>
      )}{' '}
      {accounts.map((account, place) => (
        <span key={account.id}>
          {place > 0 && ', '}
          <SenderId sender={account} />
        </span>
      ))}
    </Alert>
  );
}

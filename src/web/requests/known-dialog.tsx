import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { EmailAddress } from '../parts/email-address.tsx';
import { FormDialog } from '../parts/form-dialog.tsx';
import { SearchBar } from '../parts/search-bar.tsx';
import { bind, useForm } from '../parts/use-form.ts';
import { explain } from './refusals.tsx';
import type { AccessRequest } from './request-documents.ts';
import { nameOf } from './request-words.tsx';
import { SenderLine } from './sender-line.tsx';
import { useApprove, usePeople } from './use-requests.ts';

type Person = AccessRequest['candidates'][number];

/** Says which user the sender is: first those who it may be, then whoever is searched for. */
export function KnownDialog({ request: asked, onClose }: { request: AccessRequest; onClose: () => void }) {
  const { id, environment, candidates } = asked;
  const name = nameOf(asked);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<Person>();
  const found = usePeople(search);
  const approve = useApprove();
  const form = useForm({
    pristine: { userId: '' },
    send: ({ userId }) => approve({ id, userId }),
    notice: (user) => t`${user.fullName} was let into ${environment.name}`,
    onDone: onClose,
    onRefused: (userErrors, errors) => errors.show(userErrors.map((error) => explain(error))),
  });
  const submit = () => {
    // Without a user the API would make a new one.
    if (form.values.userId) form.submit();
    else form.errors.show([{ field: ['userId'], message: t`Choose who it is` }]);
  };
  const isSearching = search.trim() !== '';
  // Whoever is chosen stays in sight while another is searched for.
  const people = distinct([...(isSearching ? (found.data ?? []) : candidates), ...(chosen ? [chosen] : [])]);
  const { onChange, ...choice } = bind(form, 'userId');
  return (
    <FormDialog
      form={{ ...form, submit }}
      title={
        <Trans>
          Who is <bdi>{name}</bdi>?
        </Trans>
      }
      submitLabel={chosen ? t`Approve as ${chosen.fullName}` : t`Approve`}
      onClose={onClose}
    >
      <SenderLine sender={asked} />
      <Text size="sm" c="dimmed">
        <Trans>
          The account they wrote with is linked to the user you choose, who gets <bdi>{environment.name}</bdi> if they
          are not in it.
        </Trans>
      </Text>
      <SearchBar
        label={t`Search users`}
        placeholder={t`Search by name, email or phone`}
        search={search}
        onSearch={setSearch}
      />
      <Radio.Group
        {...choice}
        name="userId"
        label={!isSearching && candidates.length > 0 ? t`It may be` : t`Users`}
        onChange={(userId) => {
          setChosen(people.find((person) => person.id === userId));
          onChange(userId);
        }}
      >
        <Stack gap="xs" my="xs" aria-live="polite">
          {people.map(({ id: userId, fullName, phoneNumber, email }) => (
            <Radio
              key={userId}
              value={userId}
              label={<bdi>{fullName}</bdi>}
              description={
                <>
                  {phoneNumber ? <bdi dir="ltr">{phoneNumber}</bdi> : <Trans>No phone</Trans>} ·{' '}
                  {email ? <EmailAddress address={email} /> : <Trans>No email</Trans>}
                </>
              }
              styles={{ body: { overflowWrap: 'anywhere' } }}
            />
          ))}
          {people.length === 0 && !isSearching && (
            <Text size="sm" c="dimmed">
              <Trans>Nobody we know looks like them. Search for them above.</Trans>
            </Text>
          )}
          {isSearching && found.data?.length === 0 && (
            <Text size="sm">
              <Trans>No users found.</Trans>
            </Text>
          )}
          {found.error && (
            <Text size="sm" c="var(--mantine-color-error)">
              {found.error.message}
            </Text>
          )}
        </Stack>
      </Radio.Group>
    </FormDialog>
  );
}

function distinct(people: Person[]): Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

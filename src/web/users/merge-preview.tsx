import { i18n, type MessageDescriptor } from '@lingui/core';
import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { senderText } from '../channels/sender-id.tsx';
import { Breakable } from '../parts/email-address.tsx';
import type { UserDetails } from './user-documents.ts';

/** Two users side by side, and what becomes of them when they are merged. On a phone what is compared stands above, not beside. */
export function MergePreview({ kept, merged }: { kept: UserDetails; merged: UserDetails }) {
  const result = united(kept, merged);
  return (
    <Table
      aria-label={t`What becomes of the two`}
      layout="fixed"
      fz={{ base: 'xs', xs: 'sm' }}
      verticalSpacing="xs"
      horizontalSpacing={6}
      style={{ overflowWrap: 'anywhere' }}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th visibleFrom="xs" />
          <Table.Th>
            <Trans>Kept</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Merged, then deleted</Trans>
          </Table.Th>
          <Table.Th>
            <Trans>Result</Trans>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {ROWS.map(({ label, of }) => (
          <Fragment key={label.id}>
            <Table.Tr hiddenFrom="xs" style={{ borderBottom: 'none' }}>
              <Table.Th colSpan={3} pb={0}>
                {i18n._(label)}
              </Table.Th>
            </Table.Tr>
            <Table.Tr>
              <Table.Th scope="row" visibleFrom="xs">
                {i18n._(label)}
              </Table.Th>
              <Cell values={of(kept)} />
              <Cell values={of(merged)} />
              <Cell values={[...new Set(of(result))]} isResult />
            </Table.Tr>
          </Fragment>
        ))}
      </Table.Tbody>
    </Table>
  );
}

type Compared = Pick<
  UserDetails,
  'firstName' | 'middleName' | 'lastName' | 'phoneNumber' | 'email' | 'environments' | 'channelIdentities'
>;

const ROWS: { label: MessageDescriptor; of: (user: Compared) => string[] }[] = [
  {
    label: msg`Name`,
    of: ({ firstName, middleName, lastName }) => {
      const name = [firstName, middleName, lastName].filter(Boolean).join(' ');
      return name ? [name] : [];
    },
  },
  { label: msg`Phone`, of: ({ phoneNumber }) => [phoneNumber ?? []].flat() },
  { label: msg`Email`, of: ({ email }) => [email ?? []].flat() },
  { label: msg`Environments`, of: ({ environments }) => environments.map(({ name }) => name) },
  { label: msg`Linked accounts`, of: ({ channelIdentities }) => channelIdentities.map(senderText) },
];

// As the API does it: what the kept one lacks comes from the other, field by field.
function united(kept: UserDetails, merged: UserDetails): Compared {
  return {
    firstName: kept.firstName ?? merged.firstName,
    middleName: kept.middleName ?? merged.middleName,
    lastName: kept.lastName ?? merged.lastName,
    phoneNumber: kept.phoneNumber ?? merged.phoneNumber,
    email: kept.email ?? merged.email,
    environments: [...kept.environments, ...merged.environments],
    channelIdentities: [...kept.channelIdentities, ...merged.channelIdentities],
  };
}

function Cell({ values, isResult = false }: { values: string[]; isResult?: boolean }) {
  return (
    <Table.Td
      fw={isResult ? 600 : undefined}
      c={values.length > 0 ? undefined : 'dimmed'}
      style={{ overflowWrap: 'anywhere' }}
    >
      {values.length === 0
        ? '—'
        : values.map((value) => (
            <bdi key={value} style={{ display: 'block' }}>
              <Breakable text={value} />
            </bdi>
          ))}
    </Table.Td>
  );
}

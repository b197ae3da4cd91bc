import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { ArrowIcon } from '../parts/icons.tsx';
import { Moment } from '../parts/moment.tsx';
import { Table } from '../parts/table.tsx';
import { AccessEnds } from './access-ends.tsx';
import { LastSeen } from './last-seen.tsx';
import { ORDERS, type OrderName } from './list-state.ts';
import { PageCheckbox, RowCheckbox } from './row-checkbox.tsx';
import type { Selection } from './use-selection.ts';
import { PhoneNumber, UserCell } from './user-cell.tsx';
import type { ListedUser, UserEdge } from './user-list-documents.ts';
import classes from './users-table.module.css';

export type RowActions = { onEdit?: (user: ListedUser) => void; onDelete?: (user: ListedUser) => void };

/** Whom a row's check-box ticks; there are none where nothing can be done with them. */
export type RowSelection = { selection: Selection };

type Sorting = { order: OrderName; onSort: (order: OrderName) => void };

export function UsersTable({
  edges,
  selection,
  onEdit,
  onDelete,
  ...sorting
}: { edges: UserEdge[] } & RowSelection & RowActions & Sorting) {
  const page = edges.map(({ node }) => node.id);
  const hasActions = Boolean(onEdit || onDelete);
  return (
    <Table className={classes.table} aria-label={t`Users`}>
      <Table.Thead className={classes.head}>
        <Table.Tr>
          <SortedHead {...sorting} label={t`User`} orders={['name', 'name-down']}>
            <PageCheckbox selection={selection} page={page} />
          </SortedHead>
          <Table.Th className={classes.phone}>
            <Trans>Phone</Trans>
          </Table.Th>
          <Table.Th className={classes.environments}>
            <Trans>Environments</Trans>
          </Table.Th>
          <SortedHead {...sorting} label={t`Created`} orders={['newest', 'oldest']} className={classes.date} />
          <SortedHead {...sorting} label={t`Last seen`} orders={['seen', 'seen-up']} className={classes.seen} />
          {hasActions && (
            <Table.Th className={classes.actions}>
              <Trans>Actions</Trans>
            </Table.Th>
          )}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {edges.map((edge) => (
          <Table.Tr
            key={edge.node.id}
            className={classes.row}
            data-row={edge.node.id}
            data-selected={selection.has(edge.node.id) || undefined}
          >
            <Table.Th scope="row" fw={400}>
              <div className={classes.user}>
                <RowCheckbox user={edge.node} selection={selection} page={page} />
                <UserCell edge={edge} />
              </div>
            </Table.Th>
            <Table.Td>
              <PhoneNumber edge={edge} />
            </Table.Td>
            <Table.Td>
              <EnvironmentBadges environments={edge.node.environments} limit={3} />
              <AccessEnds user={edge.node} />
            </Table.Td>
            <Table.Td className={classes.text}>
              <Moment at={edge.node.createdAt} />
            </Table.Td>
            <Table.Td className={classes.text}>
              <LastSeen at={edge.node.lastSeenAt} />
            </Table.Td>
            {hasActions && (
              <Table.Td>
                <EditDeleteButtons
                  name={edge.node.fullName}
                  size={28}
                  onEdit={onEdit && (() => onEdit(edge.node))}
                  onDelete={onDelete && (() => onDelete(edge.node))}
                />
              </Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A head that orders the list by its column, and the other way round when pressed again. */
function SortedHead({
  label,
  orders: [first, second],
  className,
  order,
  onSort,
  children,
}: { label: string; orders: [OrderName, OrderName]; className?: string | undefined; children?: ReactNode } & Sorting) {
  const isSorted = order === first || order === second;
  const next = order === first ? second : first;
  const isUp = ORDERS[order].orderBy.direction === 'ASC';
  return (
    <Table.Th className={className} aria-sort={isSorted ? (isUp ? 'ascending' : 'descending') : undefined}>
      {children}
      <UnstyledButton
        className={classes.sort}
        data-sorted={isSorted || undefined}
        title={i18n._(ORDERS[next].label)}
        onClick={() => onSort(next)}
      >
        {label}
        <ArrowIcon isUp={isSorted ? isUp : ORDERS[first].orderBy.direction === 'ASC'} />
      </UnstyledButton>
    </Table.Th>
  );
}

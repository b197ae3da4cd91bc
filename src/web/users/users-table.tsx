import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { Moment } from '../parts/moment.tsx';
import { Table } from '../parts/table.tsx';
import { PhoneNumber, UserCell } from './user-cell.tsx';
import type { ListedUser, UserEdge } from './user-list-documents.ts';

export type RowActions = { onEdit?: (user: ListedUser) => void; onDelete?: (user: ListedUser) => void };

export function UsersTable({ edges, onEdit, onDelete }: { edges: UserEdge[] } & RowActions) {
  const hasActions = Boolean(onEdit || onDelete);
  return (
    <Table aria-label="Users">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>User</Table.Th>
          <Table.Th>Phone</Table.Th>
          <Table.Th>Environments</Table.Th>
          <Table.Th>Created</Table.Th>
          {hasActions && <Table.Th ta="end">Actions</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {edges.map((edge) => (
          <Table.Tr key={edge.node.id} style={{ verticalAlign: 'top' }}>
            <Table.Th scope="row" fw={400} maw="22rem">
              <UserCell edge={edge} />
            </Table.Th>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <PhoneNumber edge={edge} />
            </Table.Td>
            <Table.Td>
              <EnvironmentBadges environments={edge.node.environments} />
            </Table.Td>
            <Table.Td style={{ whiteSpace: 'nowrap' }}>
              <Moment at={edge.node.createdAt} />
            </Table.Td>
            {hasActions && (
              <Table.Td>
                <EditDeleteButtons
                  name={edge.node.fullName}
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

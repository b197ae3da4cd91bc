import { Card, Group, Stack, Text } from '@mantine/core';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { Moment } from '../parts/moment.tsx';
import classes from './user-cards.module.css';
import { PhoneNumber, UserCell } from './user-cell.tsx';
import type { UserEdge } from './user-list-documents.ts';
import type { RowActions } from './users-table.tsx';

/** The table's content where a table would be squeezed. */
export function UserCards({ edges, onEdit, onDelete }: { edges: UserEdge[] } & RowActions) {
  return (
    <ul aria-label="Users" className={classes.list}>
      {edges.map((edge) => (
        <Card component="li" key={edge.node.id} withBorder padding="sm">
          <Group justify="space-between" align="flex-start" wrap="nowrap" gap="xs">
            <UserCell edge={edge} />
            <EditDeleteButtons
              name={edge.node.fullName}
              onEdit={onEdit && (() => onEdit(edge.node))}
              onDelete={onDelete && (() => onDelete(edge.node))}
            />
          </Group>
          <Stack gap={6} className={classes.details}>
            <Group justify="space-between" gap="xs">
              <Text component="span" size="sm">
                <PhoneNumber edge={edge} />
              </Text>
              <Text component="span" size="xs" c="dimmed">
                Created <Moment at={edge.node.createdAt} />
              </Text>
            </Group>
            <EnvironmentBadges environments={edge.node.environments} />
          </Stack>
        </Card>
      ))}
    </ul>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Card } from '@mantine/core';
import { useIsFirstViewThere } from '../api/first-view.tsx';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { EditDeleteButtons } from '../parts/edit-delete-buttons.tsx';
import { Moment } from '../parts/moment.tsx';
import { AccessEnds } from './access-ends.tsx';
import { LastSeen } from './last-seen.tsx';
import { RowCheckbox } from './row-checkbox.tsx';
import classes from './user-cards.module.css';
import { PhoneNumber, UserCell } from './user-cell.tsx';
import type { UserEdge } from './user-list-documents.ts';
import type { RowActions, RowSelection } from './users-table.tsx';

// More than a screen shows.
const FIRST_CARDS = 8;

/** The table's content where a table would be squeezed. */
export function UserCards({ edges, selection, onEdit, onDelete }: { edges: UserEdge[] } & RowSelection & RowActions) {
  const page = edges.map(({ node }) => node.id);
  const drawn = useIsFirstViewThere() ? edges : edges.slice(0, FIRST_CARDS);
  return (
    <ul aria-label={t`Users`} className={classes.list}>
      {drawn.map((edge) => (
        <Card
          component="li"
          key={edge.node.id}
          withBorder
          className={classes.card}
          data-row={edge.node.id}
          data-selected={selection.has(edge.node.id) || undefined}
        >
          <div className={classes.top}>
            <RowCheckbox user={edge.node} selection={selection} page={page} />
            <UserCell edge={edge} />
            <EditDeleteButtons
              name={edge.node.fullName}
              size={40}
              onEdit={onEdit && (() => onEdit(edge.node))}
              onDelete={onDelete && (() => onDelete(edge.node))}
            />
          </div>
          <div className={classes.details}>
            <div className={classes.line}>
              <div>
                <PhoneNumber edge={edge} />
              </div>
              <span className={classes.dates}>
                <Trans>
                  Created <Moment at={edge.node.createdAt} />
                </Trans>
                {' · '}
                <LastSeen at={edge.node.lastSeenAt} isSaid />
              </span>
            </div>
            <EnvironmentBadges environments={edge.node.environments} limit={3} />
            <AccessEnds user={edge.node} />
          </div>
        </Card>
      ))}
    </ul>
  );
}

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Ago } from '../parts/ago.tsx';
import { Moment } from '../parts/moment.tsx';
import { UserLink } from '../users/user-link.tsx';
import { useProject } from '../viewer/viewer.ts';
import classes from './event-list.module.css';
import { ACTIONS, fieldName, isOfUser } from './event-words.ts';
import type { HistoryEvent } from './history-documents.ts';

/** What was done, by whom and when, newest first. */
export function EventList({
  events,
  label,
  names,
}: {
  events: HistoryEvent[];
  label: string;
  /** The names of what is no user, by id; without them it is one user's history, who need not be named. */
  names?: ReadonlyMap<string, string>;
}) {
  return (
    <ul className={classes.list} aria-label={label}>
      {events.map((event) => (
        <li key={event.id} className={classes.event}>
          <div className={classes.what}>
            <What of={event} names={names} />
            {event.changedFields.length > 0 && (
              <Text size="sm" c="dimmed">
                {event.changedFields.map(fieldName).join(', ')}
              </Text>
            )}
          </div>
          <div className={classes.who}>
            <bdi>{event.actorName}</bdi>
          </div>
          <div className={classes.when}>
            <Ago at={event.createdAt} />
            <span className={classes.moment}>
              <Moment at={event.createdAt} withTime />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function What({ of: event, names }: { of: HistoryEvent; names?: ReadonlyMap<string, string> }) {
  const action = ACTIONS[event.action] ?? event.action;
  const subject = names && subjectOf(event, names);
  if (!subject) return action;
  return (
    <Trans>
      {action}: {subject}
    </Trans>
  );
}

function subjectOf(event: HistoryEvent, names: ReadonlyMap<string, string>): ReactNode {
  const name = names.get(event.subjectId);
  if (event.user || (!name && isOfUser(event.action))) return <Subject of={event} />;
  if (name) return <bdi>{name}</bdi>;
  // The subject of a block is the user whose number it is, or the block itself.
  return event.action.startsWith('SENDER_') ? <Trans>a number or an id</Trans> : null;
}

function Subject({ of: { action, user, subjectId } }: { of: HistoryEvent }) {
  const { id: projectId } = useProject();
  if (user) return <UserLink user={user} />;
  return (
    <Anchor
      component={Link}
      href={`/projects/${projectId}/history?user=${subjectId}`}
      inherit
      c="dimmed"
      underline="always"
      title={t`What was done to this user`}
    >
      {action === 'USER_DELETED' ? <Trans>a user</Trans> : <Trans>a user who is deleted</Trans>}
    </Anchor>
  );
}

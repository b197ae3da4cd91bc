import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { Ago } from '../parts/ago.tsx';
import { Moment } from '../parts/moment.tsx';
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
            {ACTIONS[event.action] ?? event.action} {names && <Subject of={event} names={names} />}
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
            <Text size="xs" c="dimmed">
              <Moment at={event.createdAt} withTime />
            </Text>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Subject({ of: { action, user, subjectId }, names }: { of: HistoryEvent; names: ReadonlyMap<string, string> }) {
  const { id: projectId } = useProject();
  const name = names.get(subjectId);
  if (user) {
    return (
      <Anchor component={Link} href={`/projects/${projectId}/users/${user.id}`} inherit underline="always">
        <bdi>{user.fullName}</bdi>
      </Anchor>
    );
  }
  if (name) return <bdi>{name}</bdi>;
  if (!isOfUser(action)) return null;
  return (
    <Anchor
      component={Link}
      href={`/projects/${projectId}/history?user=${subjectId}`}
      inherit
      c="dimmed"
      underline="always"
      title={t`What was done to this user`}
    >
      <Trans>a user who is deleted</Trans>
    </Anchor>
  );
}

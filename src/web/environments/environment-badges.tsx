import { msg } from '@lingui/core/macro';
import { Badge, Group, VisuallyHidden } from '@mantine/core';
import type { EnvironmentType } from '../generated/graphql.ts';
import { words } from '../language/words.ts';
import classes from './environment-badges.module.css';

export const ENVIRONMENT_COLORS: Record<EnvironmentType, string> = {
  DEVELOPMENT: 'violet',
  STAGING: 'orange',
  PRODUCTION: 'teal',
};

export const ENVIRONMENT_TYPES: Readonly<Record<EnvironmentType, string>> = words({
  DEVELOPMENT: msg`Development`,
  STAGING: msg`Staging`,
  PRODUCTION: msg`Production`,
});

export type BadgedEnvironment = { id: string; name: string; type: EnvironmentType };

/** Beyond `limit` only how many more there are, and their names on pointing at it. */
export function EnvironmentBadges({
  environments,
  limit = environments.length,
}: {
  environments: BadgedEnvironment[];
  limit?: number;
}) {
  const more = environments.slice(limit).map(({ name }) => name);
  return (
    <Group gap={4} component="ul" className={classes.list}>
      {environments.slice(0, limit).map(({ id, name, type }) => (
        <li key={id}>
          <Badge
            color={ENVIRONMENT_COLORS[type]}
            variant="dot"
            size="sm"
            tt="none"
            fw={500}
            maw="14rem"
            title={name}
            className={classes.badge}
          >
            <bdi>{name}</bdi>
          </Badge>
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <Badge variant="default" size="sm" fw={500} title={more.join(', ')} className={classes.badge}>
            <span aria-hidden="true">+{more.length}</span>
            <VisuallyHidden>{more.join(', ')}</VisuallyHidden>
          </Badge>
        </li>
      )}
    </Group>
  );
}

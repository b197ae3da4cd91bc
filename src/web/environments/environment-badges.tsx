import { msg } from '@lingui/core/macro';
import { Badge, Group } from '@mantine/core';
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

export function EnvironmentBadges({ environments }: { environments: BadgedEnvironment[] }) {
  return (
    <Group gap={6} component="ul" className={classes.list}>
      {environments.map(({ id, name, type }) => (
        <li key={id}>
          <Badge
            color={ENVIRONMENT_COLORS[type]}
            variant="light"
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
    </Group>
  );
}

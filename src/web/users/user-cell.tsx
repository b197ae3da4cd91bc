import { Trans } from '@lingui/react/macro';
import { Anchor, Avatar } from '@mantine/core';
import { Link } from 'wouter';
import { BlockedBadge } from '../blocks/blocked-badge.tsx';
import { KnownChannels } from '../channels/known-channels.tsx';
import { SenderId } from '../channels/sender-id.tsx';
import { directionOf } from '../language/direction.ts';
import { CopyIconButton } from '../parts/copy-icon-button.tsx';
import { useProject } from '../viewer/viewer.ts';
import { CREATION_SOURCES } from './creation-sources.ts';
import { Highlighted, isFound } from './highlighted.tsx';
import classes from './user-cell.module.css';
import type { UserEdge } from './user-list-documents.ts';

/** Avatar with initials, full name, how the user came here, and e-mail. */
export function UserCell({ edge: { node, matches } }: { edge: UserEdge }) {
  const { id: projectId } = useProject();
  // The API names them by their phone number or by an id on a channel then, which stands beside.
  const isNameless = !node.firstName && !node.middleName && !node.lastName;
  return (
    <div className={classes.user}>
      <Avatar size={32} radius="xl" aria-hidden="true" classNames={{ placeholder: classes.initials }}>
        {node.initials}
      </Avatar>
      <div className={classes.texts}>
        <div className={classes.line}>
          <span
            className={classes.name}
            dir={isNameless ? undefined : directionOf(node.fullName)}
            data-whole={isFound(matches, 'FULL_NAME') || undefined}
            data-missing={isNameless || undefined}
            title={node.fullName}
          >
            <Anchor
              component={Link}
              href={`/projects/${projectId}/users/${node.id}`}
              inherit
              c="inherit"
              underline="hover"
              data-row-link
            >
              {isNameless ? (
                <Trans>No name</Trans>
              ) : (
                <Highlighted value={node.fullName} field="FULL_NAME" matches={matches} />
              )}
            </Anchor>
          </span>
          {node.isBlocked && <BlockedBadge />}
          <span className={classes.source} title={CREATION_SOURCES[node.creationSource]}>
            {CREATION_SOURCES[node.creationSource]}
          </span>
        </div>
        <div className={classes.line}>
          <span
            className={classes.email}
            dir={node.email ? 'ltr' : undefined}
            data-whole={isFound(matches, 'EMAIL') || undefined}
            title={node.email ?? undefined}
          >
            {node.email ? <Highlighted value={node.email} field="EMAIL" matches={matches} /> : <Trans>No email</Trans>}
          </span>
          {node.email && <CopyIconButton text={node.email} />}
        </div>
      </div>
    </div>
  );
}

/** The phone number, or the id of whoever has none, with the word for it; and on which channels they are recognised. */
export function PhoneNumber({ edge: { node, matches } }: { edge: UserEdge }) {
  const [identity] = node.channelIdentities;
  return (
    <>
      <span className={`${classes.line} ${classes.phone}`}>
        {node.phoneNumber ? (
          <span dir="ltr" className={classes.number}>
            <Highlighted value={node.phoneNumber} field="PHONE_NUMBER" matches={matches} />
          </span>
        ) : (
          <span className={classes.missing}>
            <Trans>No phone</Trans>
          </span>
        )}
        <KnownChannels user={node} />
        {node.phoneNumber && <CopyIconButton text={node.phoneNumber} />}
      </span>
      {!node.phoneNumber && identity && (
        <span className={classes.identity}>
          <SenderId sender={identity} />
        </span>
      )}
    </>
  );
}

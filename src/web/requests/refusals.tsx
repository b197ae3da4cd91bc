import { Trans } from '@lingui/react/macro';
import { Anchor } from '@mantine/core';
import { Link } from 'wouter';
import type { UserFormErrorFragment } from '../generated/graphql.ts';
import type { UserError } from '../parts/form-errors.ts';
import { UserLink } from '../users/user-link.tsx';
import { useProject } from '../viewer/viewer.ts';

/** Why an approval was refused, with whom it is about, and what to do instead. */
export function explain(
  { field, message, code, conflictingUser }: UserFormErrorFragment,
  onKnown?: () => void,
): UserError {
  return {
    field,
    message: (
      <>
        {message}
        {conflictingUser && (
          <>
            : <UserLink user={conflictingUser} c="inherit" />
          </>
        )}
        {code === 'SENDER_BLOCKED' && <BlocksLink />}
        {code === 'IDENTITY_CONFLICT' && onKnown && (
          <Anchor component="button" type="button" display="block" mt={4} inherit underline="always" onClick={onKnown}>
            <Trans>Say who it is</Trans>
          </Anchor>
        )}
      </>
    ),
  };
}

function BlocksLink() {
  const { id: projectId } = useProject();
  return (
    <Anchor
      component={Link}
      href={`/projects/${projectId}/requests?tab=blocked`}
      display="block"
      mt={4}
      inherit
      underline="always"
    >
      <Trans>See who is blocked</Trans>
    </Anchor>
  );
}

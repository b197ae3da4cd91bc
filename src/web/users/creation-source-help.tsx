import { Trans } from '@lingui/react/macro';
import type { CreationSource } from '../generated/graphql.ts';
import { Help } from '../parts/help.tsx';
import { CREATION_SOURCES } from './creation-sources.ts';

/** What it means how a user came to be. */
export function CreationSourceHelp({ source }: { source: CreationSource }) {
  return (
    <Help word={CREATION_SOURCES[source]}>
      {source === 'INVITED' ? (
        <Trans>
          Added by your team, on this page, by an import or through the API. It does not say that they have written yet.
        </Trans>
      ) : (
        <Trans>Came in through the assistant: they wrote where that is open, or somebody approved their request.</Trans>
      )}
    </Help>
  );
}

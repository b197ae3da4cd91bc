import { msg, t } from '@lingui/core/macro';
import { Plural } from '@lingui/react/macro';
import { useState } from 'react';
import { BlockDialog } from '../blocks/block-dialog.tsx';
import { EnvironmentSelect } from '../environments/environment-select.tsx';
import { words } from '../language/words.ts';
import type { useListAddress } from '../parts/list-address.ts';
import { PagedCards } from '../parts/paged-cards.tsx';
import { SearchBar } from '../parts/search-bar.tsx';
import { useProject } from '../viewer/viewer.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { useDismissing } from './dismissing.ts';
import { KnownDialog } from './known-dialog.tsx';
import { RequestCard } from './request-card.tsx';
import type { AccessRequest } from './request-documents.ts';
import { nameOf } from './request-words.tsx';
import classes from './requests-list.module.css';
import { useRequests } from './use-requests.ts';

type Step = { kind: 'approve' | 'known' | 'block'; request: AccessRequest };

/** The requests that wait, or those that were dismissed, which can still be approved. */
export function RequestsList({
  status,
  list,
  onDismiss,
}: {
  status: 'PENDING' | 'DISMISSED';
  list: ReturnType<typeof useListAddress<'search' | 'environment'>>;
  onDismiss?: (asked: AccessRequest) => void;
}) {
  const { canWriteUsers } = useProject();
  const [step, setStep] = useState<Step>();
  const hidden = useDismissing();
  const [search, environment] = [list.get('search'), list.get('environment')];
  const { data, ...query } = useRequests({ status, search, environment, page: list.page });
  // Of those dismissed a moment ago the list does not know yet.
  const gone = status === 'PENDING' ? (data?.nodes.filter(({ id }) => hidden.has(id)) ?? []) : [];
  const shown = data && {
    ...data,
    totalCount: data.totalCount - gone.length,
    nodes: data.nodes.filter((node) => !gone.includes(node)),
  };
  const start = (kind: Step['kind']) => (request: AccessRequest) => setStep({ kind, request });
  const actions = canWriteUsers
    ? { onApprove: start('approve'), onKnown: start('known'), onBlock: start('block'), onDismiss }
    : undefined;
  const close = () => setStep(undefined);
  return (
    <>
      <search className={classes.toolbar}>
        <SearchBar
          label={t`Search requests`}
          placeholder={t`Search by name, email, phone or id`}
          search={search}
          onSearch={(term) => list.select({ search: term }, { replace: true })}
        />
        <EnvironmentSelect value={environment} onChange={(id) => list.select({ environment: id })} />
      </search>
      <PagedCards
        query={{ ...query, data: shown }}
        isEmptied={gone.length > 0}
        list={list}
        label={t`Requests`}
        count={(total, shown) => <Plural value={total} one={`${shown} request`} other={`${shown} requests`} />}
        empty={search || environment ? t`No request matches.` : EMPTY[status]}
        failureTitle={t`The requests could not be loaded`}
      >
        {(nodes) => nodes.map((node) => <RequestCard key={node.id} request={node} actions={actions} />)}
      </PagedCards>
      {step?.kind === 'approve' && (
        <ApproveDialog
          request={step.request}
          onKnown={() => setStep({ kind: 'known', request: step.request })}
          onClose={close}
        />
      )}
      {step?.kind === 'known' && <KnownDialog request={step.request} onClose={close} />}
      {step?.kind === 'block' && (
        <BlockDialog target={{ name: nameOf(step.request), accessRequestId: step.request.id }} onClose={close} />
      )}
    </>
  );
}

const EMPTY = words({
  PENDING: msg`Nobody waits. Whoever writes to an environment on approval shows up here, and whoever a closed one refuses, unless that is switched off under “General”.`,
  DISMISSED: msg`Nobody was dismissed. Whoever is dismissed can still be approved here, for 30 days after their last attempt.`,
});

import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Text, UnstyledButton } from '@mantine/core';
import { useEffect } from 'react';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { BackToUsers } from './back-to-users.tsx';
import { filtersOn, type ListState, toFilter, useListState } from './list-state.ts';
import classes from './review-page.module.css';
import { reviewPresets } from './review-presets.ts';
import { useIsSmall } from './use-is-small.ts';
import { useCounts } from './use-users.ts';
import { UsersView } from './users-view.tsx';

/** Who may no longer need access: the questions of a regular audit, and what can be done about the answers. */
export default function ReviewPage() {
  const list = useListState();
  const form = useFormAddress();
  const isSmall = useIsSmall();
  const { state, select } = list;
  const isAsking = filtersOn(state) > 0;
  useEffect(() => {
    if (!isAsking) select({ seen: '90', order: 'seen-up' }, { replace: true });
  }, [isAsking, select]);
  return (
    <>
      <Text size="sm" mb="xs">
        <BackToUsers />
      </Text>
      <PageHeader title={t`Review`}>
        <Trans>
          Who may no longer need access. Tick those you want to remove from an environment, or delete, all at once.
        </Trans>
      </PageHeader>
      <Presets state={state} onSelect={select} />
      {isAsking && <UsersView list={list} isSmall={isSmall} form={form} />}
    </>
  );
}

function Presets({ state, onSelect }: { state: ListState; onSelect: ReturnType<typeof useListState>['select'] }) {
  const { data: environments } = useEnvironmentChoices(useProject().id);
  const presets = reviewPresets(environments?.find(({ type }) => type === 'PRODUCTION')?.id);
  const asked = presets.map(({ filters }) => toFilter(filters));
  const counts = useCounts('', asked, environments !== undefined);
  const current = JSON.stringify(toFilter(state));
  return (
    <ul className={classes.presets} aria-label={t`What to look for`}>
      {presets.map(({ label, filters }, place) => (
        <li key={label}>
          <UnstyledButton
            className={classes.preset}
            aria-pressed={JSON.stringify(asked[place]) === current}
            onClick={() => onSelect({ search: '', ...filters })}
          >
            <span className={classes.count}>{counts[place] ?? '…'}</span>
            {label}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}

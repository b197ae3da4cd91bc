import { msg, t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Tabs } from '@mantine/core';
import { useSearchParams } from 'wouter';
import { BlockedList } from '../blocks/blocked-list.tsx';
import { words } from '../language/words.ts';
import { useListAddress } from '../parts/list-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { RequestsList } from './requests-list.tsx';
import { useDismiss } from './use-dismiss.tsx';

const TABS = words({ waiting: msg`Waiting`, dismissed: msg`Dismissed`, blocked: msg`Blocked` });

export default function RequestsPage() {
  const [parameters, setParameters] = useSearchParams();
  const list = useListAddress({ search: 'q', environment: 'environment' });
  const dismiss = useDismiss();
  const asked = parameters.get('tab');
  const tab = asked === 'dismissed' || asked === 'blocked' ? asked : 'waiting';
  return (
    <>
      <PageHeader title={t`Requests`}>
        <Trans>Who wrote to your assistant and was not let in. Messages are not kept.</Trans>
      </PageHeader>
      <Tabs
        value={tab}
        // Another list: neither its place nor its search is the same.
        onChange={(next) => setParameters(next && next !== 'waiting' ? { tab: next } : {})}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {Object.entries(TABS).map(([value, label]) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="waiting">
          <RequestsList key="waiting" status="PENDING" list={list} onDismiss={dismiss} />
        </Tabs.Panel>
        <Tabs.Panel value="dismissed">
          <RequestsList key="dismissed" status="DISMISSED" list={list} />
        </Tabs.Panel>
        <Tabs.Panel value="blocked">
          <BlockedList list={list} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

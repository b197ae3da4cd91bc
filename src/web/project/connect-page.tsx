import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Anchor, Group, List, NativeSelect, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { useEnvironmentChoices } from '../environments/use-environments.ts';
import { BASE_PATH } from '../parts/base-path.ts';
import { CopyTextButton } from '../parts/copy-text-button.tsx';
import { Failure } from '../parts/failure.tsx';
import { Loading } from '../parts/loading.tsx';
import { Section } from '../parts/section.tsx';
import { PageHeader } from '../settings/page-header.tsx';
import { useProject } from '../viewer/viewer.ts';
import { curlLines, javaScriptLines } from './connect-code.ts';
import classes from './connect-page.module.css';
import { GatewayKey } from './gateway-key.tsx';

/** The few lines by which the assistant's gateway asks who may talk, with the ids of this project in them. */
export default function ConnectPage() {
  const { id, canAdminister } = useProject();
  const { data: environments, error, refetch, isFetching } = useEnvironmentChoices(id);
  const [chosen, setChosen] = useState<string>();
  const environment = environments?.find((each) => each.id === chosen) ?? environments?.at(-1);
  return (
    <>
      <PageHeader title={t`Connect your assistant`}>
        <Trans>
          The gateway that receives its messages asks this service about every sender. It works with WhatsApp, Telegram
          and Slack alike.
        </Trans>
      </PageHeader>
      {error && !environments ? (
        <Failure
          title={t`The environments could not be loaded`}
          error={error}
          onRetry={refetch}
          isRetrying={isFetching}
        />
      ) : !environment ? (
        <Loading>
          <Skeleton h={320} />
        </Loading>
      ) : (
        <Stack gap="xl" maw={760}>
          <Section title={t`1. Where it runs`}>
            <NativeSelect
              aria-label={t`Environment`}
              maw={320}
              value={environment.id}
              onChange={(event) => setChosen(event.currentTarget.value)}
              data={environments?.map(({ id: value, name: label }) => ({ value, label }))}
            />
          </Section>
          <Section title={t`2. A key for it`}>
            {canAdminister ? (
              <GatewayKey key={environment.id} environment={environment} />
            ) : (
              <Text size="sm">
                <Trans>An administrator of this project can create its key, with the role Gateway.</Trans>
              </Text>
            )}
          </Section>
          <Section title={t`3. The lines`}>
            <List size="sm" spacing={4}>
              <List.Item>
                <Trans>Check every message’s sender, with all that the channel tells of them.</Trans>
              </List.Item>
              <List.Item>
                <Trans>Register them when the answer says so: that links their account, or lets a newcomer in.</Trans>
              </List.Item>
              <List.Item>
                <Trans>Obey the last decision. Whatever is not a clear yes is a no.</Trans>
              </List.Item>
            </List>
            <Lines environmentId={environment.id} />
            <Text size="sm">
              <Anchor href={`${BASE_PATH}/graphql?project=${id}`} inherit underline="always">
                <Trans>Try it in GraphiQL</Trans>
              </Anchor>
              {' · '}
              <Anchor component={Link} href={`/projects/${id}/general`} inherit underline="always">
                <Trans>All ids of this project</Trans>
              </Anchor>
            </Text>
          </Section>
        </Stack>
      )}
    </>
  );
}

const WRITTEN_IN = { curl: curlLines, javascript: javaScriptLines };

function Lines({ environmentId }: { environmentId: string }) {
  const [written, setWritten] = useState<keyof typeof WRITTEN_IN>('javascript');
  const lines = WRITTEN_IN[written]({ address: location.origin + BASE_PATH, environmentId });
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t`Written in`}
          size="xs"
          value={written}
          onChange={setWritten}
          data={[
            { value: 'javascript', label: 'JavaScript' },
            { value: 'curl', label: 'curl' },
          ]}
        />
        <CopyTextButton text={lines} label={t`the lines`} size="xs" />
      </Group>
      <pre className={classes.lines} dir="ltr">
        {lines}
      </pre>
    </>
  );
}

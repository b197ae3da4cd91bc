import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { EnvironmentBadges } from '../environments/environment-badges.tsx';
import { PlainList } from '../parts/plain-list.tsx';
import { type EnvironmentAnswers, groupDecisions, splitReadings } from './group-decisions.ts';
import { ReadAs } from './read-as.tsx';
import type { EnvironmentDecision } from './test-access-documents.ts';
import { Why } from './why.tsx';

/** The answer in each environment, and why. */
export function Decisions({ decisions }: { decisions: EnvironmentDecision[] }) {
  const { told, nobodys } = splitReadings(decisions);
  return (
    <>
      <Card withBorder padding={0}>
        <PlainList label={t`Environments`} gap={0}>
          {groupDecisions(told).map((each) => (
            <Environment key={each.environment.id} of={each} />
          ))}
        </PlainList>
      </Card>
      {nobodys.length > 0 && (
        <Text size="sm" c="dimmed">
          <Trans>
            Nobody is known by the <ReadAs readings={nobodys} />.
          </Trans>
        </Text>
      )}
    </>
  );
}

function Environment({ of: { environment, answers } }: { of: EnvironmentAnswers }) {
  const isSplit = answers.length > 1;
  return (
    <Group
      component="li"
      gap="xs"
      px="md"
      py="sm"
      align="flex-start"
      style={{ borderTop: '1px solid var(--mantine-color-default-border)', marginTop: -1 }}
    >
      <div style={{ flex: '0 1 11rem', minWidth: 0 }}>
        <EnvironmentBadges environments={[environment]} />
      </div>
      <Stack gap={6} flex="1 1 15rem" miw={0}>
        {answers.map(({ decision, readings }) => (
          <Group key={`${decision.reason} ${decision.user?.id}`} gap="xs" wrap="nowrap" align="flex-start">
            <Answer isAllowed={decision.allowed} />
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              <Why decision={decision} />
              {isSplit && (
                <Text span size="sm" c="dimmed" display="block">
                  <Trans>
                    if it is the <ReadAs readings={readings} />
                  </Trans>
                </Text>
              )}
            </Text>
          </Group>
        ))}
      </Stack>
    </Group>
  );
}

function Answer({ isAllowed }: { isAllowed: boolean }) {
  return (
    <Badge color={isAllowed ? 'teal' : 'gray'} variant="light" tt="none" fw={600} w="3.25rem" flex="none" c="bright">
      {isAllowed ? <Trans>Yes</Trans> : <Trans>No</Trans>}
    </Badge>
  );
}

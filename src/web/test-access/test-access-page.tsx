import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'wouter';
import { request } from '../api/request.ts';
import { formatNumber } from '../language/format.ts';
import { Failure } from '../parts/failure.tsx';
import { RowsSkeleton } from '../parts/rows-skeleton.tsx';
import { useFormAddress } from '../parts/use-form-address.ts';
import { PageHeader } from '../settings/page-header.tsx';
import { BackToUsers } from '../users/back-to-users.tsx';
import { UserDialogs } from '../users/user-dialogs.tsx';
import { useProject } from '../viewer/viewer.ts';
import { Decisions } from './decisions.tsx';
import { Mend } from './mend.tsx';
import { ReadAs } from './read-as.tsx';
import { ExplainAccessDocument, type Explanation } from './test-access-documents.ts';

/** Tells whether somebody may talk, and why, by whatever is known of them. */
export default function TestAccessPage() {
  const { id: projectId } = useProject();
  const [parameters, setParameters] = useSearchParams();
  const sender = parameters.get('of') ?? '';
  const form = useFormAddress();
  // Whatever is mended here, and elsewhere meanwhile, shows at once: users, requests and blocks have keys of their own.
  const { data, error, refetch, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['users', 'test access', projectId, sender],
    queryFn: async ({ signal }) => (await request(ExplainAccessDocument, { projectId, sender }, signal)).explainAccess,
    enabled: sender !== '',
    placeholderData: keepPreviousData,
  });
  const [first] = data?.parsedAs ?? [];
  return (
    <>
      <Text size="sm" mb="xs">
        <BackToUsers />
      </Text>
      <PageHeader title={t`Test access`}>
        <Trans>
          Find out whether somebody may talk to your assistant, and why not. It changes nothing, and nobody notices.
        </Trans>
      </PageHeader>
      <SenderForm sender={sender} onTest={(of) => setParameters(of ? { of } : {})} isTesting={isFetching} />
      {sender !== '' && (
        <Stack
          mt="lg"
          gap="md"
          maw="46rem"
          aria-busy={isPlaceholderData}
          // Until the answer is there it would act on whoever was tested before.
          inert={isPlaceholderData}
          opacity={isPlaceholderData ? 0.5 : undefined}
        >
          {error && (
            <Failure
              title={t`The access could not be tested`}
              error={error}
              onRetry={refetch}
              isRetrying={isFetching}
            />
          )}
          {!data && !error && <RowsSkeleton height={64} />}
          {data && <Told of={data} />}
          {data && <Mend key={sender} of={data} form={form} />}
          {data && data.decisions.length > 0 && <Decisions decisions={data.decisions} />}
        </Stack>
      )}
      <UserDialogs
        form={form}
        // Without a reading it can only be a number without its country code, which the form lets one choose.
        prefilled={
          data ? { phoneNumber: first ? (first.phoneNumber ?? '') : sender, email: first?.email ?? '' } : undefined
        }
      />
    </>
  );
}

function SenderForm({
  sender,
  onTest,
  isTesting,
}: {
  sender: string;
  onTest: (sender: string) => void;
  isTesting: boolean;
}) {
  const [text, setText] = useState(sender);
  const input = useRef<HTMLInputElement>(null);
  const [isBlank] = useState(sender === '');
  // After the heading, which takes the focus of other views: one comes here to type or paste.
  useEffect(() => {
    if (isBlank) input.current?.focus();
  }, [isBlank]);
  // Back and forward.
  useEffect(() => setText(sender), [sender]);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTest(text.trim());
      }}
    >
      <Group align="flex-end" gap="sm" maw="46rem" wrap="nowrap">
        <TextInput
          ref={input}
          label={t`Phone number, id or email address`}
          description={t`As you have it: from a chat, a log or an address book`}
          placeholder="+1 555-123-4567"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          maxLength={254}
          flex="1 1 0"
          miw={0}
          dir="auto"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
        />
        <Button type="submit" loading={isTesting}>
          <Trans>Test</Trans>
        </Button>
      </Group>
    </form>
  );
}

function Told({ of: { parsedAs, decisions, recentAttempts, suggestion } }: { of: Explanation }) {
  const environments = new Set(decisions.map(({ environment }) => environment.id)).size;
  const yes = new Set(decisions.flatMap(({ environment, decision }) => (decision.allowed ? environment.id : []))).size;
  const allowed = formatNumber(yes);
  if (parsedAs.length === 0) {
    return suggestion === 'ADD_USER' ? (
      <Text role="status">
        <Trans>
          Nobody here has this number, whatever its country. Write it with + and the country code to see what the
          assistant answers.
        </Trans>
      </Text>
    ) : (
      <Text role="status">
        <Trans>
          No channel names a person so. Write a phone number with + and the country code, the id that a channel gives
          (numeric on Telegram, T…:U… on Slack), or an email address.
        </Trans>
      </Text>
    );
  }
  return (
    <div role="status">
      <Text fw={600} size="lg">
        <Plural
          value={environments}
          one={`May talk in ${allowed} of # environment`}
          other={`May talk in ${allowed} of # environments`}
        />
      </Text>
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        <Trans>
          Read as <ReadAs readings={parsedAs} />.
        </Trans>{' '}
        {recentAttempts === 0 ? (
          <Trans>Not turned away in the last 30 days, as far as was noted.</Trans>
        ) : (
          <Plural
            value={recentAttempts}
            one="Turned away # time in the last 30 days."
            other="Turned away # times in the last 30 days."
          />
        )}
      </Text>
    </div>
  );
}

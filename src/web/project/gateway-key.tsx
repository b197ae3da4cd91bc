import { Trans } from '@lingui/react/macro';
import { Alert, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CreateAccessKeyDocument } from '../access-keys/access-key-documents.ts';
import { useShowSecret } from '../access-keys/new-secret.tsx';
import { request } from '../api/request.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { AlertIcon } from '../parts/icons.tsx';
import { useProject } from '../viewer/viewer.ts';

/** Creates a key with which a gateway may ask about this environment alone, and shows its secret once. */
export function GatewayKey({ environment }: { environment: { id: string; name: string } }) {
  const { id: projectId } = useProject();
  const { name } = environment;
  const client = useQueryClient();
  const showSecret = useShowSecret();
  const { mutate, error, isPending } = useMutation({
    async mutationFn() {
      // What keys are called stands in the trail, which speaks English.
      // The API counts characters, and takes none that is cut in half.
      const title = [...`Gateway of ${name}`].slice(0, 100).join('');
      const input = { projectId, name: title, role: 'GATEWAY' as const };
      const { answer } = await request(CreateAccessKeyDocument, {
        input: { ...input, environmentIds: [environment.id] },
      });
      const [problem] = answer.userErrors;
      if (problem) throw new Error(problem.message);
      return answer.saved ?? '';
    },
    onSuccess(secret) {
      client.invalidateQueries({ queryKey: ['access-keys'] });
      showSecret(secret);
    },
  });
  return (
    <>
      <Text size="sm">
        <Trans>
          It lets the gateway check and register senders in <bdi>{name}</bdi>, and do nothing else.
        </Trans>
      </Text>
      <BusyButton isBusy={isPending} onClick={() => mutate()} style={{ alignSelf: 'flex-start' }}>
        <Trans>Create a gateway key</Trans>
      </BusyButton>
      {error && (
        <Alert color="red" variant="outline" icon={<AlertIcon />} role="alert">
          {error.message}
        </Alert>
      )}
    </>
  );
}

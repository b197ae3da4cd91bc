import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Stack, Text } from '@mantine/core';
import { request } from '../api/request.ts';
import { BusyButton } from '../parts/busy-button.tsx';
import { Form } from '../parts/form.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { useProject } from '../viewer/viewer.ts';
import { type ProjectSettings, UpdateProjectDocument } from './project-documents.ts';
import { useRefreshProject } from './use-project-settings.ts';

/** Where the assistant is found, so that the links of invitations lead there. */
export function Addresses({ settings }: { settings: ProjectSettings }) {
  const { canAdminister } = useProject();
  if (canAdminister) return <AddressesForm settings={settings} />;
  return (
    <Stack gap={4}>
      <Text>
        <Trans>Telegram bot:</Trans> <Named address={settings.telegramBot} />
      </Text>
      <Text>
        <Trans>WhatsApp number:</Trans> <Named address={settings.whatsAppNumber} />
      </Text>
    </Stack>
  );
}

function Named({ address }: { address: string | null | undefined }) {
  return address ? <bdi dir="ltr">{address}</bdi> : <Trans>not named</Trans>;
}

function AddressesForm({ settings }: { settings: ProjectSettings }) {
  const { id } = settings;
  const form = useForm({
    draft: `addresses:${id}`,
    pristine: toValues(settings),
    send: (fields) => request(UpdateProjectDocument, { input: { id, ...fields } }),
    notice: () => t`The addresses were saved`,
    onSaved: useRefreshProject(),
    goOnFrom: toValues,
  });
  return (
    <Form form={form}>
      <TextField
        form={form}
        name="telegramBot"
        label={t`Telegram bot`}
        description={t`Its name, such as @acme_bot, or its link`}
        placeholder="@acme_bot"
        dir="ltr"
        spellCheck={false}
      />
      <TextField
        form={form}
        name="whatsAppNumber"
        type="tel"
        label={t`WhatsApp number`}
        description={t`The assistant’s own number, in international format`}
        placeholder="+1 555-123-4567"
        dir="ltr"
      />
      <BusyButton type="submit" isBusy={form.isSaving} style={{ alignSelf: 'flex-start' }}>
        <Trans>Save</Trans>
      </BusyButton>
    </Form>
  );
}

function toValues({ telegramBot, whatsAppNumber }: Pick<ProjectSettings, 'telegramBot' | 'whatsAppNumber'>) {
  return { telegramBot: telegramBot ?? '', whatsAppNumber: whatsAppNumber ?? '' };
}

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
        Telegram bot: <bdi dir="ltr">{settings.telegramBot ?? 'not named'}</bdi>
      </Text>
      <Text>
        WhatsApp number: <bdi dir="ltr">{settings.whatsAppNumber ?? 'not named'}</bdi>
      </Text>
    </Stack>
  );
}

function AddressesForm({ settings }: { settings: ProjectSettings }) {
  const { id } = settings;
  const form = useForm({
    draft: `addresses:${id}`,
    pristine: toValues(settings),
    send: (fields) => request(UpdateProjectDocument, { input: { id, ...fields } }),
    notice: () => 'The addresses were saved',
    onSaved: useRefreshProject(),
    goOnFrom: toValues,
  });
  return (
    <Form form={form}>
      <TextField
        form={form}
        name="telegramBot"
        label="Telegram bot"
        description="Its name, such as @acme_bot, or its link"
        placeholder="@acme_bot"
        dir="ltr"
        spellCheck={false}
      />
      <TextField
        form={form}
        name="whatsAppNumber"
        type="tel"
        label="WhatsApp number"
        description="The assistant’s own number, in international format"
        placeholder="+1 555-123-4567"
        dir="ltr"
      />
      <BusyButton type="submit" isBusy={form.isSaving} style={{ alignSelf: 'flex-start' }}>
        Save
      </BusyButton>
    </Form>
  );
}

function toValues({ telegramBot, whatsAppNumber }: Pick<ProjectSettings, 'telegramBot' | 'whatsAppNumber'>) {
  return { telegramBot: telegramBot ?? '', whatsAppNumber: whatsAppNumber ?? '' };
}

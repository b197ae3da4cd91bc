import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, Text } from '@mantine/core';
import { request } from '../api/request.ts';
import { dayFromNow, dayOf, endOfDay } from '../parts/days.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useForm } from '../parts/use-form.ts';
import { useRefreshUsers } from './use-users.ts';
import { type Access, UpdateUserDocument, type UserDetails } from './user-documents.ts';

const DAYS = [30, 90, 365];

/** Until when a user may talk in one environment. Asks for the last day, in whose last moment the access ends. */
export function AccessDialog({ user, access, onClose }: { user: UserDetails; access: Access; onClose: () => void }) {
  const { id, version, fullName } = user;
  const { environment, expiresAt } = access;
  const { name } = environment;
  const refresh = useRefreshUsers();
  const current = expiresAt ? dayOf(new Date(expiresAt)) : '';
  const form = useForm({
    // The name of the API's field, whose errors stand below it.
    pristine: { accessExpiries: current },
    async send({ accessExpiries: lastDay }) {
      const chosen = lastDay ? endOfDay(lastDay) : null;
      const end = { environmentId: environment.id, expiresAt: lastDay === current ? expiresAt : chosen };
      const sent = await request(UpdateUserDocument, {
        input: { id, expectedVersion: version, accessExpiries: [end] },
      });
      await refresh();
      return sent;
    },
    notice: () => t`The access of ${fullName} to ${name} was changed`,
    onDone: onClose,
  });
  const set = (day: string) => form.set('accessExpiries', day);
  return (
    <FormDialog
      form={form}
      title={
        <Trans>
          Access of <bdi>{fullName}</bdi> to <bdi>{name}</bdi>
        </Trans>
      }
      submitLabel={t`Save`}
      onClose={onClose}
    >
      <TextField
        form={form}
        name="accessExpiries"
        type="date"
        min={dayFromNow()}
        label={t`Last day`}
        description={t`From the day after, the assistant does not answer them there. Empty means for ever.`}
        data-autofocus
      />
      <Group gap="xs">
        <Text size="sm" c="dimmed">
          <Trans>From today:</Trans>
        </Text>
        {DAYS.map((days) => (
          <Button key={days} variant="default" size="xs" onClick={() => set(dayFromNow(days))}>
            <Plural value={days} one="# day" other="# days" />
          </Button>
        ))}
        <Button variant="default" size="xs" onClick={() => set('')}>
          <Trans>For ever</Trans>
        </Button>
      </Group>
    </FormDialog>
  );
}

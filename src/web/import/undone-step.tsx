import { Plural, Trans } from '@lingui/react/macro';
import { Button, Group, List, Stack, Text } from '@mantine/core';
import { closeImport } from './import-gate.tsx';
import type { Undone } from './import-state.ts';
import { leaveImport } from './import-steps.ts';
import { StepTitle } from './step-title.tsx';

const SHOWN = 20;

/** Who was deleted again, and who was not. */
export function UndoneStep({ undone: { deleted, gone, kept } }: { undone: Undone }) {
  const more = kept.length - SHOWN;
  const named = kept.slice(0, SHOWN).map((name, place) => ({ key: `${place} ${name}`, name }));
  const leave = () => {
    closeImport();
    void leaveImport();
  };
  return (
    <Stack>
      <StepTitle>
        <Plural value={deleted} one="# user was deleted again" other="# users were deleted again" />
      </StepTitle>
      {gone > 0 && (
        <Text size="sm">
          <Plural value={gone} one="# was gone already." other="# were gone already." />
        </Text>
      )}
      {kept.length > 0 && (
        <div>
          <Text size="sm">
            <Plural
              value={kept.length}
              one="# was changed since the import, and is kept:"
              other="# were changed since the import, and are kept:"
            />
          </Text>
          <List size="sm" mt="xs">
            {named.map(({ key, name }) => (
              <List.Item key={key}>
                <bdi>{name}</bdi>
              </List.Item>
            ))}
          </List>
          {more > 0 && (
            <Text size="sm">
              <Plural value={more} one="and # more" other="and # more" />
            </Text>
          )}
        </div>
      )}
      <Group justify="flex-end">
        <Button onClick={leave}>
          <Trans>Done</Trans>
        </Button>
      </Group>
    </Stack>
  );
}

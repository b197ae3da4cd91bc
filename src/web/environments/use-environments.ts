import { t } from '@lingui/core/macro';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useProject } from '../viewer/viewer.ts';
import { EnvironmentChoicesDocument, EnvironmentsDocument } from './environment-documents.ts';

export function useEnvironments(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'list', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentsDocument, { projectId }, signal)).project?.environments ?? [],
  });
}

/** The project's environments to choose from, without their counts. */
export function useEnvironmentChoices(projectId: string) {
  return useQuery({
    queryKey: ['environments', 'choices', projectId],
    queryFn: async ({ signal }) =>
      (await request(EnvironmentChoicesDocument, { projectId }, signal)).project?.environments ?? [],
  });
}

/** The environments to narrow a list by; also the one it is narrowed by, even if its name is not known. */
export function useEnvironmentOptions(narrowedBy: string): { value: string; label: string }[] {
  const { data: environments } = useEnvironmentChoices(useProject().id);
  const options = (environments ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isUnknown = narrowedBy !== '' && !options.some(({ value }) => value === narrowedBy);
  if (isUnknown) options.push({ value: narrowedBy, label: environments ? t`Removed environment` : '…' });
  return options;
}

/** Environments stand on users and access keys too. */
export function useRefreshEnvironments() {
  const client = useQueryClient();
  return () => client.invalidateQueries();
}

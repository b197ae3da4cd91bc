import { useSearchParams } from 'wouter';

/** Which form is open over the view. It stands in the address: Back closes it, and it outlives a reload and signing in. */
export function useFormAddress() {
  const [parameters, setParameters] = useSearchParams();
  const show = (name?: 'add' | 'edit' | 'merge', value = '') =>
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete('add');
        next.delete('edit');
        next.delete('merge');
        if (name) next.set(name, value);
        return next;
      },
      { replace: name === undefined },
    );
  const [kept, merged] = parameters.get('merge')?.split('~') ?? [];
  return {
    isAdding: parameters.has('add'),
    editedId: parameters.get('edit') ?? undefined,
    add: () => show('add', 'new'),
    /** Who is to be kept, and who is merged into them. */
    merged: kept && merged ? ([kept, merged] as [string, string]) : undefined,
    edit: (id: string) => show('edit', id),
    merge: (id: string, mergedId: string) => show('merge', `${id}~${mergedId}`),
    close: () => show(),
  };
}

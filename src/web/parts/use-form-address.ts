import { useSearchParams } from 'wouter';

/** Which form is open over the view. It stands in the address: Back closes it, and it outlives a reload and signing in. */
export function useFormAddress() {
  const [parameters, setParameters] = useSearchParams();
  const show = (name?: 'add' | 'edit', value = '') =>
    setParameters(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete('add');
        next.delete('edit');
        if (name) next.set(name, value);
        return next;
      },
      { replace: name === undefined },
    );
  return {
    isAdding: parameters.has('add'),
    editedId: parameters.get('edit') ?? undefined,
    add: () => show('add', 'new'),
    edit: (id: string) => show('edit', id),
    close: () => show(),
  };
}

import { createContext, type ReactNode, useContext, useDeferredValue, useState } from 'react';
import { Dialog } from './dialog.tsx';
import { useUnloadQuestion } from './use-unload-question.ts';

type Shown = { title: ReactNode; content: (onDone: () => void) => ReactNode };

const ShowOnceContext = createContext<(shown: Shown) => void>(() => {});

/** Shows what cannot be shown again. It stays above whatever view the back button leads to: only its "Done" closes it. */
export function useShowOnce(): (shown: Shown) => void {
  return useContext(ShowOnceContext);
}

/** Around all views of a session, with which goes what is shown. */
export function ShownOnce({ children }: { children: ReactNode }) {
  const [asked, show] = useState<Shown>();
  // Drawn after the form that it comes from has gone and has given back the focus, to where it then returns again.
  const shown = useDeferredValue(asked);
  useUnloadQuestion(shown !== undefined);
  return (
    <ShowOnceContext value={show}>
      {children}
      {shown && (
        <Dialog title={shown.title} onClose={() => show(undefined)} withCloseButton={false}>
          {shown.content(() => show(undefined))}
        </Dialog>
      )}
    </ShowOnceContext>
  );
}

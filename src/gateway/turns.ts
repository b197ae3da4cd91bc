export type InTurn = <Result>(work: () => Promise<Result>, patienceMs: number) => Promise<Result | undefined>;

/** Lets at most so many work at once. Others wait their turn, in order; undefined for who did not get it in time. */
export function createTurns(most: number): InTurn {
  let atWork = 0;
  const waiting = new Set<() => void>();

  const waitForTurn = (patienceMs: number) =>
    new Promise<boolean>((resolve) => {
      const giveUp = () => {
        waiting.delete(begin);
        resolve(false);
      };
      const timer = setTimeout(giveUp, patienceMs);
      const begin = () => {
        waiting.delete(begin);
        clearTimeout(timer);
        resolve(true);
      };
      waiting.add(begin);
    });

  return async (work, patienceMs) => {
    if (atWork < most) atWork += 1;
    else if (!(await waitForTurn(patienceMs))) return;
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next) next();
      else atWork -= 1;
    }
  };
}

// Whether what was done at once can be told as if it was done one after the other (Wing and Gong, 1993).

export type Deed<State> = {
  /** When it was asked for and when it was answered: what ended before another began comes before it. */
  begin: number;
  end: number;
  /** The deed that it cannot come before. */
  after?: Deed<State>;
  /** What was answered. */
  said: string;
  /** What could be answered in this state, and the state that is left. */
  ruled(state: State): { line: string; state: State }[];
};

export type Explanation<State> = { isComplete: boolean; order: Deed<State>[]; state: State };

/** An order of the deeds that fits each answer and the end; the longest that fits, if there is none of them all. */
export function explain<State>(start: State, deeds: Deed<State>[], fitsEnd: (state: State) => boolean) {
  const seen = new Set<string>();
  let best: Explanation<State> = { isComplete: false, order: [], state: start };

  const goOn = (state: State, order: Deed<State>[]): boolean => {
    const pending = deeds.filter((deed) => !order.includes(deed));
    // Another order of the same deeds that comes to the same needs no second look.
    const situation = `${pending.map((deed) => deeds.indexOf(deed))} ${JSON.stringify(state)}`;
    if (seen.has(situation)) return false;
    seen.add(situation);
    const isComplete = pending.length === 0 && fitsEnd(state);
    if (isComplete || order.length > best.order.length) best = { isComplete, order, state };
    const firstEnd = Math.min(...pending.map(({ end }) => end));
    const next = pending.filter(({ begin, after }) => begin <= firstEnd && !(after && pending.includes(after)));
    return (
      isComplete ||
      next.some((deed) =>
        deed.ruled(state).some(({ line, state }) => line === deed.said && goOn(state, [...order, deed])),
      )
    );
  };
  goOn(start, []);
  return best;
}

import cluster from 'node:cluster';

/** How the processes of one service tell each other what they charged, so that an allowance counts for all of them together. */
export type SharedCharges = {
  tell(allowance: string, who: string, points: number): void;
  onTold(allowance: string, charge: (who: string, points: number) => void): void;
};

type Charge = [allowance: string, who: string, points: number];

// For so long, processes do not know of each other's charges: a caller can exceed its allowance by what it spends meanwhile.
const TELL_MS = 250;

/** For a worker, one process of several. Returns undefined in a single process, which has nobody to tell. */
export function createSharedCharges(): SharedCharges | undefined {
  if (!cluster.isWorker) return undefined;
  const listeners = new Map<string, (who: string, points: number) => void>();
  const spent = new Map<string, Map<string, number>>();

  process.on('message', (message) => {
    for (const [allowance, who, points] of chargesOf(message)) listeners.get(allowance)?.(who, points);
  });
  setInterval(() => {
    const charges = [...spent].flatMap(([allowance, points]) =>
      Array.from(points, ([who, sum]): Charge => [allowance, who, sum]),
    );
    spent.clear();
    // Errors are ignored: when the primary is gone, this process is about to end too.
    if (charges.length > 0) process.send?.({ charges }, undefined, undefined, () => {});
  }, TELL_MS).unref();

  return {
    tell(allowance, who, points) {
      const charged = spent.get(allowance) ?? new Map<string, number>();
      spent.set(allowance, charged.set(who, (charged.get(who) ?? 0) + points));
    },
    onTold: (allowance, charge) => void listeners.set(allowance, charge),
  };
}

/** Runs in the primary: passes the charges of each worker on to all others. */
export function relayCharges(): void {
  cluster.on('message', (teller, message) => {
    if (chargesOf(message).length === 0) return;
    const others = Object.values(cluster.workers ?? {}).filter((worker) => worker && worker !== teller);
    // A worker that is just ending does not need it.
    for (const worker of others) if (worker?.isConnected()) worker.send(message, () => {});
  });
}

function chargesOf(message: unknown): Charge[] {
  return typeof message === 'object' && message && 'charges' in message ? (message.charges as Charge[]) : [];
}

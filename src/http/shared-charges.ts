import cluster from 'node:cluster';

/** How the processes of one service tell each other what they charged, so that an allowance is that of them all. */
export type SharedCharges = {
  tell(allowance: string, who: string, points: number): void;
  onTold(allowance: string, charge: (who: string, points: number) => void): void;
};

type Charge = [allowance: string, who: string, points: number];

// What a caller can spend beyond its allowance is what the others let it spend meanwhile.
const TELL_MS = 250;

/** In a process of several. One that is alone has nobody to tell. */
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
    // Nobody is told when the primary is gone, and this process is about to be.
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

/** In the primary: what one tells, all others hear. */
export function relayCharges(): void {
  cluster.on('message', (teller, message) => {
    if (chargesOf(message).length === 0) return;
    const others = Object.values(cluster.workers ?? {}).filter((worker) => worker && worker !== teller);
    // One that is just ending need not hear it.
    for (const worker of others) if (worker?.isConnected()) worker.send(message, () => {});
  });
}

function chargesOf(message: unknown): Charge[] {
  return typeof message === 'object' && message && 'charges' in message ? (message.charges as Charge[]) : [];
}

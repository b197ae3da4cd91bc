import cluster from 'node:cluster';

/** `minuteEndsIn` is set when others spent of the allowance before: milliseconds until their minute ends. */
export type Charge = { allowance: string; who: string; points: number; minuteEndsIn?: number };

/** A way to those who charge the same allowances: other processes of this machine, or other instances. */
export type ChargeChannel = {
  send(charges: Charge[]): void;
  /** What is received is what others charged. */
  onReceive(take: (charges: Charge[]) => void): void;
};

/** How one process tells others what it charged, so that an allowance counts for all of them together. */
export type SharedCharges = {
  /** When it charged more than `most` points since it last told, it tells at once. */
  tell(charge: Charge, most: number): void;
  onTold(allowance: string, take: (charge: Charge) => void): void;
};

// For so long, processes do not know of each other's small charges: a caller can exceed its allowance by what it spends meanwhile.
const TELL_MS = 250;
// A flood from many addresses does not make it tell more often.
const SHORTEST_MS = 10;

export function shareCharges(channel: ChargeChannel): SharedCharges {
  const listeners = new Map<string, (charge: Charge) => void>();
  let untold = new Map<string, Map<string, number>>();
  let toldAt = Number.NEGATIVE_INFINITY;

  const tellAll = () => {
    toldAt = performance.now();
    const charges = [...untold].flatMap(([allowance, points]) =>
      Array.from(points, ([who, sum]): Charge => ({ allowance, who, points: sum })),
    );
    untold = new Map();
    if (charges.length > 0) channel.send(charges);
  };
  channel.onReceive((charges) => {
    for (const charge of charges) listeners.get(charge.allowance)?.(charge);
  });
  setInterval(tellAll, TELL_MS).unref();

  return {
    tell({ allowance, who, points }, most) {
      const charged = untold.get(allowance) ?? new Map<string, number>();
      const sum = (charged.get(who) ?? 0) + points;
      untold.set(allowance, charged.set(who, sum));
      if (sum > most && performance.now() > toldAt + SHORTEST_MS) tellAll();
    },
    onTold: (allowance, take) => void listeners.set(allowance, take),
  };
}

/** Runs in a worker, one process of several: the way to the others leads through the primary. */
export function channelToPrimary(): ChargeChannel {
  return {
    // Errors are ignored: when the primary is gone, this process is about to end too.
    send: (charges) => void process.send?.({ charges }, undefined, undefined, () => {}),
    onReceive: (take) => void process.on('message', (message) => take(chargesOf(message))),
  };
}

/** Runs in the primary: passes the charges of each worker on to all others and to other instances, and those of these to all workers. */
export function relayCharges(instances: ChargeChannel | undefined): void {
  const tellAllBut = (teller: unknown, charges: Charge[]) => {
    const others = Object.values(cluster.workers ?? {}).filter((worker) => worker && worker !== teller);
    // A worker that is just ending does not need it.
    for (const worker of others) if (worker?.isConnected()) worker.send({ charges }, () => {});
  };
  cluster.on('message', (teller, message) => {
    const charges = chargesOf(message);
    if (charges.length === 0) return;
    tellAllBut(teller, charges);
    instances?.send(charges);
  });
  instances?.onReceive((charges) => tellAllBut(undefined, charges));
}

function chargesOf(message: unknown): Charge[] {
  return typeof message === 'object' && message && 'charges' in message ? (message.charges as Charge[]) : [];
}

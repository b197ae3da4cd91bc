import type { IncomingMessage, Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const DRAIN_MS = 10_000;
const SWEEP_MS = 100;
const LAST_CALL_MS = 1000;

/** How a server leaves without a request that fails, wherever its requests come from. */
export type Farewell = {
  /** From then on /ready is red. */
  hasBegun(): boolean;
  /** Whether the request's connection closes after its answer. */
  isLastOn(request: IncomingMessage): boolean;
  /** Serves for so long as ever, so that whoever asks /ready sends its requests elsewhere. `hurry` cuts that short. */
  begin(server: Server, milliseconds: number, hurry: AbortSignal): Promise<void>;
  /** Takes no new connections and waits for running requests, 10 s at most. */
  drain(server: Server): Promise<void>;
};

export function createFarewell(): Farewell {
  const newcomers = new WeakSet<Socket>();
  let hasBegun = false;
  let isDraining = false;
  let lastCall = 0;
  return {
    hasBegun: () => hasBegun,
    // Those who keep a connection from before leave it now. A proxy that does not ask /ready, as nginx, connects to us again and may keep
    // that: if it had to connect for each request, the end of listening would break off those that are just being connected.
    isLastOn: ({ socket }) => isDraining || (hasBegun && !newcomers.has(socket)),
    async begin(server, milliseconds, hurry) {
      hasBegun = true;
      server.on('connection', (socket) => newcomers.add(socket));
      const isHurried = await delay(milliseconds, false, { signal: hurry }).catch(() => true);
      if (milliseconds > 0 && !isHurried) lastCall = LAST_CALL_MS;
    },
    async drain(server) {
      hasBegun = true;
      isDraining = true;
      const closed = new Promise((resolve) => server.once('close', resolve));
      // Node's http closes idle connections as well, on which a request may be on its way. A proxy first has to learn from a connection
      // that is refused, which harms no request.
      NetServer.prototype.close.call(server);
      await Promise.race([closed, delay(lastCall)]);
      // A connection becomes idle only after its last answer, and would then stay open for another request.
      const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_MS);
      const timer = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
      server.close();
      await closed;
      clearInterval(sweep);
      clearTimeout(timer);
    },
  };
}

import { connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = {
  port: number;
  cut(): Promise<void>;
  restore(): Promise<void>;
  freeze(): void;
  mute(): void;
  close(): void;
};

/**
 * A way to PostgreSQL that can be gone for a while. `ignores` is what it keeps back of what a connection asks for at its start; after
 * `passes` bytes from PostgreSQL a connection hangs.
 */
export async function startProxy(
  target: { host: string; port: number },
  { ignores = [], passes = Number.POSITIVE_INFINITY }: { ignores?: string[]; passes?: number } = {},
): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    ends.add(far);
    let passed = 0;
    far.on('data', ({ length }) => {
      passed += length;
      if (passed > passes) far.unpipe().pause();
    });
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      if (socket === far || ignores.length === 0) socket.pipe(other);
      else socket.once('data', (start) => socket.pipe(other).write(without(ignores, start)));
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
          ends.delete(socket);
          other.destroy();
        });
    }
  });
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      drop();
      await closed;
    },
    restore: () => listen(port),
    /** Connections stay, and nothing comes back any more. */
    freeze() {
      for (const socket of sockets) socket.unpipe().resume();
    },
    /** The same, and what is asked still arrives. */
    mute() {
      for (const socket of ends) socket.unpipe().resume();
    },
    close() {
      server.close();
      drop();
    },
  };
}

/** A start-up message (its length, the protocol's version, then names and values, each ended by a zero) without some of its parameters. */
function without(ignored: string[], message: Buffer): Buffer {
  const words = message.subarray(8, -2).toString().split('\0');
  const kept = words.filter((_, index) => !ignored.includes(words[index - (index % 2)] ?? ''));
  const body = Buffer.from(`${kept.join('\0')}\0\0`);
  const head = Buffer.from(message.subarray(0, 8));
  head.writeInt32BE(8 + body.length);
  return Buffer.concat([head, body]);
}

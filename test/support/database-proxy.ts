import { connect, createServer, type Socket } from 'node:net';

export type DatabaseProxy = {
  port: number;
  cut(): Promise<void>;
  restore(): Promise<void>;
  freeze(): void;
  close(): void;
};

/** A way to PostgreSQL that can be gone for a while. */
export async function startProxy(target: { host: string; port: number }): Promise<DatabaseProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target.port, target.host);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.pipe(other);
      socket
        .on('error', () => {})
        .on('close', () => {
          sockets.delete(socket);
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
    close() {
      server.close();
      drop();
    },
  };
}

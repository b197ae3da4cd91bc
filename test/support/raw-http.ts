import { connect } from 'node:net';

export type RawAnswer = { status: number; head: string; body: string };

/** Sends bytes as they are and reads until the other side closes, or `patience` is over; status 0 for no answer. */
export function sendRaw(url: string, bytes: string | Buffer | Iterable<Buffer>, patience = 3000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    const finish = () => {
      clearTimeout(timer);
      socket.destroy();
      const [head = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') });
    };
    const timer = setTimeout(finish, patience);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      const length = /content-length: (\d+)/i.exec(text)?.[1];
      const body = text.split('\r\n\r\n')[1];
      if (length && body !== undefined && body.length >= Number(length)) finish();
    });
    socket.on('close', finish).on('error', () => {});
    if (typeof bytes === 'string' || Buffer.isBuffer(bytes)) socket.write(bytes);
    else for (const chunk of bytes) socket.write(chunk);
  });
}

/** Sends on a connection of its own and resolves with all that came back once the other side has closed it, or torn it down. */
export function sendToEnd(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    connect(Number(port), hostname)
      .on('data', (chunk) => {
        text += chunk.toString('latin1');
      })
      .on('error', () => {})
      .on('close', () => resolve(text))
      .write(bytes);
  });
}

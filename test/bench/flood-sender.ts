import { connect } from 'node:net';
import { argv } from 'node:process';

// Sends requests over some connections, on each the next one as soon as the last is answered, until it is told to end; then
// prints how many were answered. A process of its own, and with as little work for each as can be: it must not take the
// processor from those it is to disturb. The url, the connections and the requests are its arguments.
const [, , url = '', connections = '', ...requests] = argv;
const { hostname, port } = new URL(url);
let sent = 0;
let answered = 0;

function open(): void {
  const socket = connect(Number(port), hostname);
  const send = () => socket.write(requests[sent++ % requests.length] ?? '');
  socket.setNoDelay(true);
  socket.on('connect', send);
  // Refusals are short: each comes in one piece.
  socket.on('data', () => {
    answered += 1;
    send();
  });
  socket.on('error', () => {});
  socket.on('close', open);
}

process.once('SIGTERM', () => {
  console.log(answered);
  process.exit(0);
});
for (let count = 0; count < Number(connections); count += 1) open();

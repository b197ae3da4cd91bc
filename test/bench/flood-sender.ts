import { connect } from 'node:net';
import { argv } from 'node:process';

// Sends requests over some connections until it is told to end; then prints how many were answered. On each connection the next one is
// sent as soon as the last is answered, or at its turn where a rate a second is given. NNNNNNN in a request is a number that counts up
// with each round of the requests. A process of its own, and with as little work for each as can be: it must not take the processor
// from those it is to disturb. The url, the connections, the rate (0: none) and the requests are its arguments.
const [, , url = '', connections = '', rate = '', ...requests] = argv;
const { hostname, port } = new URL(url);
const pause = Number(rate) > 0 ? (Number(connections) * 1000) / Number(rate) : 0;
let sent = 0;
let answered = 0;

function open(): void {
  const socket = connect(Number(port), hostname);
  let turn = performance.now() + Math.random() * pause;
  const send = () => {
    const round = String(Math.floor(sent / requests.length)).padStart(7, '0');
    socket.write((requests[sent++ % requests.length] ?? '').replace('NNNNNNN', round));
  };
  const sendAtTurn = () => {
    if (pause === 0) return send();
    turn = Math.max(turn + pause, performance.now() - pause);
    setTimeout(send, Math.max(0, turn - performance.now()));
  };
  socket.setNoDelay(true);
  socket.on('connect', sendAtTurn);
  // Answers are short: each comes in one piece.
  socket.on('data', () => {
    answered += 1;
    sendAtTurn();
  });
  socket.on('error', () => {});
  socket.on('close', open);
}

process.once('SIGTERM', () => {
  console.log(answered);
  process.exit(0);
});
for (let count = 0; count < Number(connections); count += 1) open();

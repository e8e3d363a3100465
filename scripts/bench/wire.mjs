/**
 * A wire with latency in front of a server of this machine, in a process of its own: bytes arrive half a round trip after
 * they were sent, either way, and those that follow the opening of a connection a whole one later, which is what TCP's own
 * handshake takes. `node wire.mjs PORT MILLISECONDS`, started by fork; says its port.
 */
import { connect, createServer } from 'node:net';
import { performance } from 'node:perf_hooks';

const [port, roundTrip] = process.argv.slice(2).map(Number);

/** Passes on what comes, in order, each piece so much later. */
function delay(from, to, milliseconds, opening) {
  let ready = performance.now() + opening;
  from.on('data', (bytes) => {
    ready = Math.max(ready, performance.now());
    setTimeout(() => to.write(bytes), ready - performance.now() + milliseconds);
  });
  from.once('close', () => setTimeout(() => to.destroy(), milliseconds));
  from.on('error', () => to.destroy());
}

const server = createServer({ noDelay: true }, (client) => {
  const behind = connect({ port, host: 'localhost', noDelay: true });
  delay(client, behind, roundTrip / 2, roundTrip);
  delay(behind, client, roundTrip / 2, 0);
});
server.listen(0, 'localhost', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());

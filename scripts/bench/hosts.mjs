/**
 * The hosts that downloads and uploads need, as one server in a process of its own, which answers as the storage service
 * does. Started by scripts/bench.mjs.
 */
import { createServer } from 'node:https';
import { issueCertificate } from '../../__tests__/hub-fixture/certificate.ts';
import { EARLY_HOSTS } from '../../src/domain/hub/network.ts';

const latency = Number(process.argv[2]);
const certificate = await issueCertificate({ names: EARLY_HOSTS });
const server = createServer(certificate, (_request, response) => {
  setTimeout(() => response.writeHead(401).end(), latency);
});
server.listen(0, () => process.send({ port: server.address().port, ca: certificate.cert }));
process.on('disconnect', () => process.exit());

/** The embedded Hub of the benchmark, in a process of its own; counts what arrives. Started by scripts/bench.mjs. */
import { addRepo, addToken, addUser, createWorld } from '../../src/simulator/build.ts';
import { startHub } from '../../__tests__/hub-fixture/start.ts';
import { EARLY_HOSTS } from '../../src/domain/hub/network.ts';
import { HUB_HOST } from './hub-host.mjs';

const [tls, latency, repos, streams] = process.argv.slice(2);
const world = createWorld();
addUser(world, 'ada');
world.hosts = { lfsDomains: EARLY_HOSTS, cdnDomains: [] };
for (let index = 0; index < Number(repos); index += 1) addRepo(world, { type: 'model', id: `ada/model-${index}` });
// What a loader and the preflight are both refused.
addUser(world, 'vendor');
for (const type of ['model', 'dataset']) addRepo(world, { type, id: 'vendor/gated', gated: 'manual' });
const token = addToken(world, 'read', { power: { kind: 'classic', owner: 'ada', role: 'read' } });
// What is measured is the time of asking; the Hub's real window lets 1,000 requests through in five minutes.
const rateLimits = { quotas: { api: 10_000_000 } };
const simulator = await startHub({
  world,
  tls,
  rateLimits,
  latencyMs: Number(latency),
  names: [HUB_HOST],
  ...(streams === undefined ? {} : { maxStreams: Number(streams) }),
});

let connections = 0;
process.on('message', (message) => {
  if (message === 'clear') {
    simulator.clearRequests();
    connections = simulator.connections;
    process.send({ cleared: true });
  } else {
    const { length } = simulator.requests;
    process.send({ requests: length, connections: simulator.connections - connections, peak: simulator.peakInFlight });
  }
});
process.on('disconnect', () => void simulator.close());
process.send({ origin: simulator.origin, ca: simulator.ca, token });

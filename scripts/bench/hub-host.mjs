/**
 * The Hub's own name, for an embedded Hub on this machine: what is measured is what runs against the Hub do, and an
 * endpoint by any other name is asked more. The embedded Hub's certificate, issued at run time and trusted by the measured
 * process only, holds good for the name; the measured process resolves it to this machine (own-network.cjs).
 */
export const HUB_HOST = 'huggingface.co';

/** Environment that sends a process with own-network.cjs to an embedded Hub, and, where they have a server, to the hosts of files. */
export function hubEnvironment({ origin, pem, hostsPort }) {
  const hosts = hostsPort === undefined ? {} : { BENCH_HOSTS_PORT: String(hostsPort) };
  return { BENCH_HOST: HUB_HOST, BENCH_PORT: new URL(origin).port, NODE_EXTRA_CA_CERTS: pem, ...hosts };
}

/**
 * Preloaded into a measured process: the host that BENCH_HOST names is this machine, at the port BENCH_PORT, the hosts of files are this machine
 * at the port BENCH_HOSTS_PORT, and nothing but this machine can be reached, so that no benchmark ever asks the real Hub.
 */
const { Socket } = require('node:net');

const { BENCH_HOST, BENCH_PORT, BENCH_HOSTS_PORT } = process.env;
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...words) {
  // Node's own callers pass all words in one array, which is marked as such.
  const list = Array.isArray(words[0]) ? words[0] : words;
  const { host } = Object(list[0]);
  const isOfFiles = BENCH_HOSTS_PORT !== undefined && String(host).endsWith('.hf.co');
  if (host === BENCH_HOST) list[0] = { ...list[0], host: 'localhost', port: Number(BENCH_PORT) };
  else if (isOfFiles) list[0] = { ...list[0], host: 'localhost', port: Number(BENCH_HOSTS_PORT) };
  else if (host !== 'localhost') throw new Error(`${host}: a benchmark stays on this machine`);
  return connect.apply(this, words);
};

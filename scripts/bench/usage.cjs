/**
 * Preloaded into a measured process: writes to the file that BENCH_USAGE names its peak memory in bytes, its
 * processor time in milliseconds, and when its first connection stood, which is when the first byte leaves, in nanoseconds of the machine's own clock.
 */
const { Socket } = require('node:net');
const { existsSync, readFileSync, writeFileSync } = require('node:fs');

let connectedAt;
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...words) {
  this.once('connect', () => {
    connectedAt ??= String(process.hrtime.bigint());
  });
  return connect.apply(this, words);
};
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const usage = { peak: peakBytes(), cpu: (user + system) / 1000, connectedAt };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

/** Linux counts what the process had before it became this program, which is its parent's, to `maxRSS` as well. */
function peakBytes() {
  const status = '/proc/self/status';
  const [, own] = (existsSync(status) && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))) || [];
  return Number(own ?? process.resourceUsage().maxRSS) * 1024;
}

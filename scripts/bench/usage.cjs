/**
 * Preloaded into a measured process: writes to the file that BENCH_USAGE names its peak memory in bytes and when its
 * first connection stood, which is when the first byte leaves, in nanoseconds of the machine's own clock.
 */
const { Socket } = require('node:net');
const { writeFileSync } = require('node:fs');

let connectedAt;
const { connect } = Socket.prototype;
Socket.prototype.connect = function (...words) {
  this.once('connect', () => {
    connectedAt ??= String(process.hrtime.bigint());
  });
  return connect.apply(this, words);
};
process.on('exit', () => {
  const usage = { peak: process.resourceUsage().maxRSS * 1024, connectedAt };
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify(usage));
});

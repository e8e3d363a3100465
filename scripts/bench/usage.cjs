/** Preloaded into a measured process: writes its peak memory, in bytes, to the file that BENCH_USAGE names. */
process.on('exit', () => {
  require('node:fs').writeFileSync(process.env.BENCH_USAGE, String(process.resourceUsage().maxRSS * 1024));
});

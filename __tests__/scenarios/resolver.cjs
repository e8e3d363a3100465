/** A resolver of the tests' own: names that end in `.test` are on this machine, and those that start with `gone.` are nowhere. */
const dns = require('node:dns');
const { setImmediate } = require('node:timers');

const { lookup } = dns;

dns.lookup = (host, options, callback) => {
  const { all } = typeof options === 'object' ? options : {};
  const answer = typeof options === 'function' ? options : callback;
  if (host.startsWith('gone.')) {
    setImmediate(answer, Object.assign(new Error('no such name'), { code: 'ENOTFOUND', hostname: host }));
    return undefined;
  }
  return lookup(host.endsWith('.test') ? '127.0.0.1' : host, { all, family: 4 }, answer);
};

import { firstOf, placed, type Reading } from './places';
import type { Tool } from './tool';

const READING: Reading = {
  places: ['HF_TOKEN', 'netrc'],
  empty: 'passed over',
  lineBreak: 'fails',
  note: 'after a first request without a token',
};
const VARIABLE: Reading = { ...READING, places: ['HF_TOKEN'], empty: 'hides the rest' };

export const tool: Tool = {
  ...placed({
    client: 'uv',
    rank: 150,
    source: 'run: 0.13.9',
    reason: { packages: ['pypi an address of the Hub'] },
    quirk: 'It sends `HF_TOKEN` only to answer a 401, and `UV_NO_HF_TOKEN` keeps it from that.',
    reading: READING,
    endpoint: 'the addresses that it is given',
  }),
  // Without a netrc entry, the empty variable is why nothing is sent.
  predict: (inventory) => {
    const found = firstOf(inventory, READING);
    return [found.source === 'none' && found.lost === undefined ? firstOf(inventory, VARIABLE) : found];
  },
};

import type { CredentialInventory } from '../../domain/machine/credential-inventory';
import { pythonTokens } from './python';
import type { Prediction, Tool } from './tool';

export const tool: Tool = {
  client: 'huggingface_hub<1.0',
  rank: 10,
  order:
    'the netrc file (`NETRC`, else `~/.netrc`), then as from 1.0 on, without the exchange. It sends by `requests`, which puts what netrc says in the place of the token.',
  source: 'run: 0.36.2',
  implicitSwitch: true,
  predict: (inventory) => {
    const netrc = fromNetrc(inventory);
    return netrc === undefined ? pythonTokens(inventory) : [netrc];
  },
};

/** Offline, or without an address, nothing is asked at all. */
function fromNetrc({ netrc: { requests }, offline, endpointEmpty }: CredentialInventory): Prediction | undefined {
  if (offline !== undefined || endpointEmpty || requests === undefined || requests.kind === 'none') return undefined;
  if (requests.kind === 'unreadable') {
    return { source: requests.file, sends: 'opaque', via: 'netrc', note: `not looked into: ${requests.why}` };
  }
  return { source: requests.file, sends: requests.secret, via: 'netrc', note: 'it takes the place of the token' };
}

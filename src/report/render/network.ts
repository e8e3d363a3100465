/** The hosts in the job summary: what cannot be reached, and lines to paste for those who can open a way. */
import { markdownText } from '../../domain/text/parts';
import type { View } from '../view';
import { folded } from './markdown-parts';
import { TITLES } from './sections';

/** Empty where no host was looked at. Hosts have a grammar, in which nothing can end a block of code. */
export function networkSection({ network }: View): string {
  if (network === undefined) return '';
  const { said, blocked, allow } = network;
  const head = [`### ${TITLES.network}`, '', markdownText(said)];
  if (blocked.length === 0) return [...head, '', folded(TITLES.allow, toPaste(allow))].join('\n');
  const lines = blocked.map((line) => `- ${markdownText(line)}`);
  return [...head, '', ...lines, '', `#### ${TITLES.allow}`, '', ...toPaste(allow)].join('\n');
}

function toPaste(hosts: readonly string[]): string[] {
  return [
    'For a firewall or a proxy:',
    '',
    ...['```text', ...hosts, '```'],
    '',
    'For the allow-list of step-security/harden-runner (`egress-policy: block`):',
    '',
    ...['```yaml', 'allowed-endpoints: >', ...hosts.map((host) => `  ${host}`), '```'],
  ];
}

import { decodeBase64, tokensWithin } from '../../domain/text/known-tokens';
import { isTokenName } from '../model/names';
import { at, textAt, type Entry } from '../model/tree';
import type { Rule } from '../model/rule';

const secret = (part: string, value: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: hf\n${part}:\n  HF_TOKEN: ${value}\n`;
const TWICE = btoa(btoa('an-invented-value-of-some-length'));

export const rule: Rule = {
  id: 'kubernetes-secret-value',
  headline: 'A Kubernetes secret has a damaged token',
  level: 'error',
  why: 'Kubernetes decodes `data` once and fills in nothing in a Secret: base64 of base64, `$(VAR)`, quotes and line breaks reach the program as they are, and the Hub refuses the token.',
  fix: 'Write the token under `stringData` without base64 and quotes, or make the secret with `kubectl create secret generic hf --from-literal=HF_TOKEN="$HF_TOKEN"`.',
  bad: [
    { path: 'k8s/a.yaml', lines: [6], text: secret('data', TWICE) },
    { path: 'k8s/b.yaml', lines: [6], text: secret('stringData', '$(HF_TOKEN)') },
    { path: 'k8s/c.yaml', lines: [6], text: secret('stringData', `'"{{ .Values.token }}"'`) },
    { path: 'k8s/d.yaml', lines: [6], text: secret('data', btoa('"an-invented-value-of-some-length"')) },
    { path: 'k8s/e.yaml', lines: [6], text: secret('data', btoa('an-invented-value-of-some-length\n')) },
  ],
  good: [
    { path: 'k8s/a.yaml', text: secret('data', btoa('an-invented-value-of-some-length')) },
    { path: 'k8s/b.yaml', text: secret('stringData', '"${HF_TOKEN}"') },
    { path: 'k8s/c.yaml', text: secret('data', '"{{ .Values.token | b64enc }}"') },
    { path: 'k8s/d.yaml', text: secret('data', btoa(btoa('!an-invented-value-of-27-ch'))) },
  ],
  words: /kind["']?:\s*["']?Secret/,
  *check(file) {
    for (const tree of file.trees) {
      if (textAt(tree, 'kind') !== 'Secret') continue;
      const name = textAt(tree, 'metadata', 'name');
      const isHub = (entry: Entry) => isTokenName(entry.name) || /(?:^|[-_])(?:hf|hugging-?face)(?:[-_]|$)/i.test(name);
      const found = [
        ...(at(tree, 'data')?.entries ?? [])
          .filter(isHub)
          .map((entry) => ({ entry, what: encodedDefect(entry.value.text ?? '') })),
        ...(at(tree, 'stringData')?.entries ?? [])
          .filter(isHub)
          .map((entry) => ({ entry, what: defect(entry.value.text ?? '') })),
      ];
      for (const { entry, what } of found)
        if (what !== undefined)
          yield { place: file.lines.placeOf(entry.from), message: `${entry.name} of this secret ${what}.` };
    }
  },
};

function encodedDefect(value: string): string | undefined {
  const once = decodeBase64(value);
  if (once === undefined) return undefined;
  const twice = decodeBase64(once.trim());
  // A value of letters alone may happen to be base64 of something printable; one that ends in `=` or has a token is.
  if (twice !== undefined && (once.trim().endsWith('=') || tokensWithin(twice).length > 0 || /^[\w-]+$/.test(twice)))
    return 'is in base64 twice';
  return defect(once);
}

function defect(value: string): string | undefined {
  if (/^\$\([\w.-]+\)$/.test(value.trim())) return 'is a reference that nothing fills in';
  if (/^(["'])[\s\S]*\1\s*$/.test(value)) return 'has quotes that become part of the token';
  return /[\r\n]$/.test(value) ? 'ends with a line break, which some clients send' : undefined;
}

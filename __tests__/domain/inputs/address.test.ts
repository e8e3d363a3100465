import { expect, test } from '@jest/globals';
import { isAddress, parseAddress } from '../../../src/domain/inputs/address';

const HUB = 'https://huggingface.co';

test.each(['tree', 'blob', 'resolve', 'raw', 'commits', 'commit', 'edit'])(
  'the page %s of a repo names its revision',
  (page) => {
    expect(parseAddress(`${HUB}/acme/x/${page}/v1/file.txt`, HUB)).toEqual({
      value: { type: 'model', id: 'acme/x', revision: 'v1' },
    });
  },
);

test.each(['discussions', 'settings', 'viewer', 'activity', 'colab', 'blame'])(
  'the page %s of a repo names none',
  (page) => {
    expect(parseAddress(`${HUB}/datasets/acme/x/${page}/1`, HUB)).toEqual({ value: { type: 'dataset', id: 'acme/x' } });
  },
);

test.each([
  ['https://huggingface.co/acme/x', true],
  ['huggingface.co/acme/x', true],
  ['WWW.hf.co/acme/x', true],
  ['huggingface.co.example/acme', false],
  ['acme/x', false],
  [':read', false],
])('%s is an address: %s', (text, expected) => {
  expect(isAddress(text)).toBe(expected);
});

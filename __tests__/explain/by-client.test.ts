/** No message of the Hub's Python clients is left without its cause, pasted alone or at the end of a traceback. */
import { expect, test } from '@jest/globals';
import { BY_CLIENT } from './by-client';
import { findingsIn } from './read';

const TRACEBACK = `Traceback (most recent call last):
  File "/venv/lib/python3.12/site-packages/huggingface_hub/utils/_http.py", line 795, in hf_raise_for_status`;

test.each(BY_CLIENT)('%s: %s', (_, message, [...likeliest]) => {
  for (const log of [message, `${TRACEBACK}\n${message}`]) {
    const told = findingsIn(log).map(({ causes }) => causes[0]?.code);
    expect(told).toHaveLength(likeliest.length === 0 ? 0 : 1);
    if (likeliest.length > 0 && !likeliest.includes('*')) expect(likeliest).toContain(told[0]);
  }
});

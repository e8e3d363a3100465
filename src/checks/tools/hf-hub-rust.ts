import { placed } from './places';

export const tool = placed({
  client: 'hf-hub (Rust)',
  rank: 61,
  source: 'run: 1.0.0',
  reading: {
    places: ['HF_TOKEN', 'plain-login'],
    empty: 'passed over',
    blank: 'sent',
    lineBreak: 'drops the token',
    implicitSwitch: 'any value',
    note: 'from 1.0',
  },
  endpoint: 'the address in `HF_ENDPOINT`',
  quirk: 'Any value of `HF_HUB_DISABLE_IMPLICIT_TOKEN` is a yes, `0` too. It does not read `HUGGING_FACE_HUB_TOKEN`.',
});

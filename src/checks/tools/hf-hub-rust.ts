import { fromFile, open, type Prediction, type Tool } from './tool';

const NOTE = 'versions below 1.0; no version of the library reads HF_TOKEN';

/** hf-hub 0.x reads only the saved login, under `HF_HOME` where its user asked for that; 1.x reads nothing. */
export const tool: Tool = {
  client: 'hf-hub (Rust)',
  rank: 60,
  order: 'below 1.0, the saved login, never `HF_TOKEN`.',
  source: 'by its source; not in the table below',
  predict: ({ rustLogins }) => {
    const found = rustLogins.map(fromFile);
    const sent = found.find((one) => one !== undefined);
    if (sent === undefined) return [open('file', NOTE)];
    const agree = found.every((one) => one !== undefined && sameSecret(one.sends, sent.sends));
    if (agree || found.length === 1) return [{ ...sent, note: NOTE }];
    return [{ ...sent, sends: 'opaque', note: 'which file it reads depends on the program' }];
  },
};

function sameSecret(one: Prediction['sends'], other: Prediction['sends']): boolean {
  return typeof one === 'object' && typeof other === 'object' && one.equals(other);
}

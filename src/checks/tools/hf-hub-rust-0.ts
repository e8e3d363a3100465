import { fromFile, open, type Prediction, type Tool } from './tool';

const NOTE = 'it does not read HF_TOKEN';

/** hf-hub 0.x reads only the saved login, under `HF_HOME` where its user asked for that. */
export const tool: Tool = {
  client: 'hf-hub (Rust)<1.0',
  rank: 60,
  order:
    'the saved login, never `HF_TOKEN`: `~/.cache/huggingface/token`, or `$HF_HOME/token` where the program builds its client `from_env` (0.3.2: by `new`). Paths are taken word for word (no `~`, no variables). A line break in the file is taken off. `HF_ENDPOINT` counts only with `from_env`.',
  source: 'run: 0.3.2, 0.4.3, 0.5.0',
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

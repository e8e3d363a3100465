import { currentPythonTokens } from './python';
import type { Tool } from './tool';

const NOTE = "to the Space's own host too";

export const tool: Tool = {
  client: 'gradio_client',
  rank: 125,
  order:
    "as `huggingface_hub`, which it asks. The token also goes to the Space's host (as `X-HF-Authorization`), and to the host of any other address that it is given: whoever the app belongs to gets it. Pass `token=False` for apps of others.",
  source: 'run: 2.7.2; by a recorded run: 1.14.0',
  reason: { packages: ['pypi gradio-client'] },
  implicitSwitch: true,
  predict: (inventory) =>
    // Run: with the switch on it sends nothing, unlike what huggingface_hub does for whoami.
    currentPythonTokens({ ...inventory, endpointEmpty: false })
      .slice(0, 1)
      .map((one) => (typeof one.sends === 'object' ? { ...one, note: NOTE } : one)),
};

import { currentPythonTokens } from './python';
import type { Tool } from './tool';

export const tool: Tool = {
  client: 'huggingface_hub',
  rank: 20,
  order:
    'from 1.0: an exchange where `HF_OIDC_RESOURCE` is set, `HF_TOKEN`, `HUGGING_FACE_HUB_TOKEN`, the saved login (`HF_TOKEN_PATH`, else `$HF_HOME/token`). An empty variable is passed over; one that holds a blank hides the variable behind it. Under `HF_HUB_DISABLE_IMPLICIT_TOKEN`, downloads and uploads go without a token, while `whoami`, `get_full_repo_name` and `InferenceClient` send it all the same. Where `HF_ENDPOINT` is set and empty, it has no address and asks nobody.',
  source: 'run: 1.33.0, 2.4.0',
  implicitSwitch: true,
  predict: currentPythonTokens,
};

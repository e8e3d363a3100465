/** What clients print where they were told not to ask the Hub at all. Sources: huggingface_hub and datasets; optimum-neuron#535. */
import { code, text } from '../../domain/text/parts';
import { ANY, NO_USE } from './causes';
import { codesOf, type Cause, type Pattern } from './pattern';

const OFFLINE: Cause = {
  code: 'hub-unreachable',
  why: 'the client was told not to ask the Hub, and its cache does not have what it needs',
  fix: text`Remove ${code('HF_HUB_OFFLINE')}, ${code('TRANSFORMERS_OFFLINE')}, ${code('HF_DATASETS_OFFLINE')} and ${code('local_files_only')} for the step that downloads, or fill the cache in a step before it, in the same folder.`,
};

export const OFFLINE_MODE: readonly Pattern[] = [
  {
    text: /\bOfflineModeIsEnabled: |\boffline mode is enabled\. To disable it|\bOffline mode is enabled(?:: |\.)|'force_download=True' when offline mode is enabled/,
    words: ['OfflineModeIsEnabled: ', 'offline mode is enabled. To', 'Offline mode is enabled', "True' when offline"],
    weight: 'client',
    causes: [OFFLINE],
  },
  {
    // Some libraries ask their cache again, without the Hub, after any failure.
    text: /\bcannot find (?:the requested files in the (?:disk|local) cache|an appropriate cached snapshot folder .*) and outgoing traffic has been disabled|\boutgoing traffic is disabled \(|'local_files_only=True' is set and no matching entry/i,
    words: ['outgoing traffic has been', 'Outgoing traffic is dis', "only=True' is set"],
    weight: 'remark',
    causes: [OFFLINE, ...NO_USE.filter(({ code: other }) => other !== OFFLINE.code)],
    beside: codesOf(ANY),
  },
];

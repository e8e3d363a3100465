/** What is on the machine, in the columns of the page. */
import type { Source } from './machine';

const variable = (name: string, is?: Source['is']): Source => ({ at: 'variable', name, ...(is && { is }) });
const login = (is?: Source['is']): Source => ({ at: 'home', name: '.cache/huggingface/token', ...(is && { is }) });
const HF = 'HF_TOKEN';

/** Heading → the sources. */
export const ARRANGEMENTS: Readonly<Record<string, readonly Source[]>> = {
  '`HF_TOKEN`': [variable(HF)],
  '`HF_TOKEN` with a line break': [variable(HF, 'broken')],
  '`HUGGING_FACE_HUB_TOKEN`': [variable('HUGGING_FACE_HUB_TOKEN')],
  login: [login()],
  'login with a line break': [login('broken')],
  '`HF_TOKEN`, login': [variable(HF), login()],
  '`HF_TOKEN` empty, login': [variable(HF, 'empty'), login()],
  '`HF_HOME`': [{ at: 'home', name: 'hf/token', env: (home) => ({ HF_HOME: `${home}/hf` }) }],
  '`HF_TOKEN_PATH`': [{ at: 'home', name: 'named', env: (home) => ({ HF_TOKEN_PATH: `${home}/named` }) }],
  '`XDG_CACHE_HOME`': [
    { at: 'home', name: 'xdg/huggingface/token', env: (home) => ({ XDG_CACHE_HOME: `${home}/xdg` }) },
  ],
  '`HF_TOKEN`, `~/.netrc`': [variable(HF), { at: 'netrc', name: '.netrc' }],
  '`HF_TOKEN`, implicit token off': [{ ...variable(HF), env: () => ({ HF_HUB_DISABLE_IMPLICIT_TOKEN: '1' }) }],
  "`HF_TOKEN`, frameworks' own": [
    variable(HF),
    ...[
      'HUGGINGFACE_TOKEN',
      'HUGGINGFACEHUB_API_TOKEN',
      'HUGGINGFACEHUB_API_KEY',
      'HUGGINGFACE_API_KEY',
      'HF_API_TOKEN',
    ].map((name) => variable(name)),
  ],
};

/** The option that every command with a token takes. */
import type { Option } from './command';

export const TOKEN_OPTION: Option = {
  name: 'token-stdin',
  takes: 'nothing',
  help: 'Read the token from standard input.',
  example: '< token.txt',
};

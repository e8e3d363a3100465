/** How the tools are signed in that do not read `HF_TOKEN`, by the name that a row gives them. */
import { GIT_HELPER, GIT_LOGIN } from '../../domain/machine/git-login';
import { code, text, type Text } from '../../domain/text/parts';

const GIT = text`Give git a login: it reads neither ${code('HF_TOKEN')} nor what ${code('hf auth login')} saves. Run ${code(GIT_HELPER)}, and then ${code(GIT_LOGIN)}.`;

/** What to do where such a tool came without a token. A tool that is not here reads `HF_TOKEN`, or passes a token in code. */
export const SIGN_IN: Readonly<Record<string, Text>> = {
  git: GIT,
  'git-lfs': GIT,
  // Run: 1.5.5.
  duckdb: text`Make a secret before the query: DuckDB reads ${code('HF_TOKEN')} only by ${code('CREATE SECRET hub (TYPE huggingface, PROVIDER credential_chain)')}, and sends it only for addresses that start with ${code('hf://')}.`,
  // Run: 1.36.0. Its netrc goes as Basic, which the Hub does not take outside of git.
  aria2: text`Download with ${code('hf download')}: aria2 does not read ${code('HF_TOKEN')}.`,
  // Run: 2026.9.0 with aiohttp 3.14.5.
  fsspec: text`Use an address that starts with ${code('hf://')}: for it the Hub's client reads ${code('HF_TOKEN')}, and for ${code('https://')} nobody does.`,
};

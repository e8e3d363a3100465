/** docs/credentials.md, from what was seen. */
import { MINTED, bare, type Trial } from './machine';
import type { Source } from './sources';
import { REAL_TOOLS } from './tools';

const HEAD = `# Which credential each tool sends

Each tool takes the first of these that it finds:

- **huggingface_hub from 1.0, hf**: an exchange where \`HF_OIDC_RESOURCE\` is set, \`HF_TOKEN\`, \`HUGGING_FACE_HUB_TOKEN\`, the
  saved login (\`HF_TOKEN_PATH\`, else \`$HF_HOME/token\`). An empty variable is passed over; one that holds a blank hides
  the variable behind it.
- **huggingface_hub below 1.0**: the netrc file (\`NETRC\`, else \`~/.netrc\`), then as above without the exchange.
- **git, git-lfs**: an \`http.<url>.extraheader\`, a credential in the address (its own, or one that
  \`url.<base>.insteadOf\` puts there), \`~/.netrc\`, the credential helpers in the order of their settings,
  \`GIT_ASKPASS\`.
- **@huggingface/hub**: the \`accessToken\` that the code passes, and nothing else.
- **curl**: what its command line says; \`~/.netrc\` with \`-n\`.
- **transformers.js**: \`HF_TOKEN\`, else \`HF_ACCESS_TOKEN\`, to huggingface.co and hf.co alone. By its source; not in the
  table.
- **hf-hub for Rust, below 1.0**: the saved login, never \`HF_TOKEN\`. By its source; not in the table.

## What was seen

What the real tools sent to the embedded Hub, on a machine that held nothing but what the first column names. The
preflight's \`runner\` table said the same of each before it ran. A test does all of it again
(\`bash .ci/run 95-credentials\`) and compares this page, so do not edit it by hand.

"–" is no credential at all. Where a row names several sources, each held a token of its own. git and git-lfs are asked
for a credential, as for a private repo; curl is told to look into \`~/.netrc\`. Where it is said so, git-lfs sent the
quotes around a netrc password along with it.
`;

/** One row for each trial. */
export function pageOf(trials: readonly (readonly [sources: readonly Source[], trial: Trial])[]): string {
  const columns = REAL_TOOLS.map(({ label }) => label);
  const rows = trials.map(([sources, trial]) => [
    sources.map(({ name }) => name).join(' and ') || 'nothing',
    ...trial.observations.map(({ sent }) => cellOf(sent, sources, trial)),
  ]);
  const table = [['On the machine', ...columns], ['', ...columns].map(() => '---'), ...rows];
  return `${HEAD}\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
}

function cellOf(sent: string | undefined, sources: readonly Source[], { tokens }: Trial): string {
  if (sent === undefined) return '–';
  if (sent === MINTED) return 'an exchanged token';
  const source = sources[tokens.indexOf(bare(sent))];
  if (source === undefined) return 'something else';
  return bare(sent) === sent ? source.name : `${source.name}, quotes and all`;
}

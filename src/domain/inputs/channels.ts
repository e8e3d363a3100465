/** Where a report goes. */
import { ACTION_ONLY, type InputRows } from './input';
import { InputReader } from './input-reader';

export const CHANNEL_INPUTS = {
  summary: {
    type: { kind: 'words', words: ['always', 'on-problem', 'never'] },
    edges: ACTION_ONLY,
    default: 'always',
    help: 'When to write the job summary.',
    example: 'on-problem',
  },
  'report-path': {
    type: { kind: 'text', form: 'FILE' },
    edges: ACTION_ONLY,
    otherwise: 'a random name in `RUNNER_TEMP`',
    help: 'Where to write the JSON report, within `RUNNER_TEMP` or `GITHUB_WORKSPACE`.',
    example: 'hub-report.json',
  },
  'check-run': {
    type: { kind: 'flag' },
    edges: ACTION_ONLY,
    default: 'false',
    help: 'Also write a check run on the commit. It needs the permission `checks: write`.',
    example: 'true',
  },
  comment: {
    type: { kind: 'flag' },
    edges: ACTION_ONLY,
    default: 'false',
    help: 'Also write a comment on the pull request and keep it up to date. It needs the permission `pull-requests: write`.',
    example: 'true',
  },
  key: {
    type: { kind: 'text', form: 'TEXT' },
    edges: ACTION_ONLY,
    otherwise: 'workflow, job and step id',
    help: 'Distinguishes several preflights on one commit, such as the legs of a matrix. With `shard`, the shard is added to it.',
    example: 'python-3.13',
  },
  'github-token': {
    type: { kind: 'secret' },
    edges: ACTION_ONLY,
    default: '${{ github.token }}',
    help: 'The token for `check-run` and `comment`. It is used for nothing else.',
    example: '${{ steps.app.outputs.token }}',
  },
} as const satisfies InputRows;

/** Where a report goes beside the log, the outputs and its file, as GitHub knows such places. */
export interface Channels {
  readonly summary: 'always' | 'on-problem' | 'never';
  readonly checkRun: boolean;
  readonly comment: boolean;
  /** Tells apart several preflights on one commit; empty where none was given. */
  readonly key: string;
}

/** Needed for bad input too, so an input that is refused has its default. */
export function readChannels(inputs: Readonly<Record<string, string | undefined>>): Channels {
  const values = new InputReader(inputs, () => '').values(CHANNEL_INPUTS);
  return {
    summary: values.summary,
    checkRun: values['check-run'],
    comment: values.comment,
    key: values.key.trim(),
  };
}

/**
 * The shape of `hf-auth-preflight/report/v1`. The types (`report.ts`), the decoder of `merge` and `docs/report.schema.json`
 * come from here. A run that only writes a report takes only the types and never loads this.
 */
import * as v from 'valibot';
import { CHECK, REMEDY } from './check-schema';
import { isEndpoint } from '../inputs/endpoint';
import { NETWORK } from './network-schema';
import { NOTICE_CODES } from './notices';
import { BLOCK_REASONS, DEFAULT_POLICIES, POLICY_INPUTS } from '../inputs/policies';
import { RESULTS } from './result';
import { count, flag, formed, list, matching, maybe, message, record, text, word } from './schema-fields';
import { MOST_SHARDS } from '../inputs/shard';
import { FURTHER, TOKEN } from './token-schema';

/** A remedy as it is in JSON. */
export type RemedyJson = Readonly<v.InferOutput<typeof REMEDY>>;

/** The `schema` of a report; a changed meaning needs another. */
export const REPORT_VERSION = 'hf-auth-preflight/report/v1';

const POLICIES = record(
  {
    onMissingToken: word(POLICY_INPUTS['on-missing-token'].type.words, 'Input `on-missing-token`.'),
    onDenied: word(POLICY_INPUTS['on-denied'].type.words, 'Input `on-denied`.'),
    onUnknown: word(POLICY_INPUTS['on-unknown'].type.words, 'Input `on-unknown`.'),
    leastPrivilege: word(POLICY_INPUTS['least-privilege'].type.words, 'Input `least-privilege`.'),
    checkRunner: word(POLICY_INPUTS['check-runner'].type.words, 'Input `check-runner`.'),
    // Reports from before it was there have none.
    network: maybe(word(POLICY_INPUTS.network.type.words, 'Input `network`.'), DEFAULT_POLICIES.network),
  },
  'The policies of the run.',
);

const COUNTS = record(
  {
    allowed: count('Checks that ended in `allowed`.'),
    denied: count('Checks that ended in `denied`.'),
    unknown: count('Checks that ended in `unknown`.'),
    skipped: count('Checks that ended in `skipped`.'),
  },
  'How many checks ended in each outcome.',
);

const RUN = record(
  {
    repository: text('`owner/name`.'),
    runId: text('Its number.'),
    attempt: text('Which attempt it is, from 1.'),
    event: text('The event that started it.'),
    job: text('The id of the job.'),
  },
  'The GitHub Actions run that this belongs to; absent elsewhere.',
);

const SHARD = record(
  {
    index: count('Which part it is, from 1.', MOST_SHARDS),
    of: count('How many parts there are.', MOST_SHARDS),
    listed: count('How many checks the whole list amounts to.'),
    digest: matching('a digest', /^[0-9a-f]{8}$/, 'Identifies the list: 8 hexadecimal digits.'),
  },
  'The part of the list that this report covers, if the list is split over several jobs.',
);

const SHARDS = record(
  {
    of: count('How many parts there are.', MOST_SHARDS),
    listed: count('How many checks the whole list amounts to.'),
    missing: list(count('From 1.', MOST_SHARDS), 'The parts that left no report.'),
  },
  'The parts that a report was merged from.',
);

const FINDING = record({
  client: text('The tool, such as `huggingface_hub`, `git` or `curl`.'),
  source: text('Where its credential comes from, by name: `HF_TOKEN`, `~/.netrc`, `none`.'),
  sameAsChecked: v.pipe(
    v.union([v.boolean(), v.literal('unknown')], 'is not one of true, false, unknown'),
    v.metadata({ description: 'Whether it is the token under test.' }),
  ),
  note: maybe(text('What else there is to know.')),
});

const NOTICE = record({
  code: word(NOTICE_CODES, { description: 'What it is about.', isOpen: true }),
  level: word(['error', 'warning', 'notice'], '`error`: it blocks the job.'),
  message: message('One sentence or two.'),
  remedy: maybe(REMEDY),
});

const RATE_LIMIT = record(
  {
    bucket: text('`api`, `resolvers` or `pages`.'),
    remaining: count('Requests left in the window.'),
    limit: count('Requests that a window allows.'),
    resetSeconds: count('Seconds until the next window.'),
  },
  "The Hub's rate limit for this caller, as the last reply gave it.",
);

const CONNECTION = record(
  {
    proxy: maybe(text('Host and port of the proxy that the environment names.')),
    authorities: maybe(
      list(text('The name of the setting.'), 'Settings of the environment by which Node trusts further authorities.'),
    ),
  },
  'Who else takes part in the connection to the endpoint, where anybody does.',
);

const EXCHANGE = record(
  {
    resource: text('The repo or user that a token was asked for.'),
    identity: list(
      record({
        field: text("What the Hub's form calls it, or the claim's name."),
        claim: text('The claim that it was taken from.'),
        sent: text('What the identity says.'),
        note: maybe(text('What is odd about it, or easily mistaken.')),
      }),
      'What the identity says, beside what the form for a publisher asks for.',
    ),
  },
  'Keyless: the identity that was refused.',
);

const PROBLEM = record({
  input: text('The name of the input.'),
  line: maybe(count('The line in it, from 1, if it has several.')),
  file: maybe(text('The file that the line is in, if the input names one.')),
  rule: text('The rule that it breaks.'),
  quote: maybe(text('The text that breaks it: escaped, and at most 80 characters.')),
});

/** A year, which no run takes. */
const MOST_MS = 31_536_000_000;

const DATE = v.pipe(
  matching('a date', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/, 'When the run started: ISO 8601, in UTC.'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'is not a date'),
);

/** The whole report. Additive changes keep v1: readers ignore fields and codes that they do not know. */
export const REPORT = record({
  schema: v.pipe(
    v.literal(REPORT_VERSION, `is not ${REPORT_VERSION}`),
    v.metadata({ description: 'The version of this form.' }),
  ),
  tool: record({ version: text('The version that wrote this.') }, 'What wrote the report.'),
  run: maybe(RUN),
  shard: maybe(SHARD),
  shards: maybe(SHARDS),
  startedAt: DATE,
  elapsedMs: count('How long the run took, in milliseconds.', MOST_MS),
  result: word(
    RESULTS,
    'What the run found: the first that applies of `invalid`, `fail`, `unknown`, `skipped` and `pass`.',
  ),
  blocked: flag('Whether the job has to stop, by the result and the policies.'),
  blockedBy: list(word(BLOCK_REASONS, 'A reason.'), 'Why it blocks; empty if it does not.'),
  policies: POLICIES,
  endpoint: formed(
    'an endpoint',
    isEndpoint,
    'The address that was asked, such as `https://huggingface.co`, with its path if it has one.',
  ),
  counts: COUNTS,
  token: TOKEN,
  tokens: maybe(list(FURTHER, 'The further tokens of `token-for`.')),
  exchange: maybe(EXCHANGE),
  checks: list(CHECK, 'Every repo and operation that was listed, once.'),
  runner: list(FINDING, 'Which credential each tool on this runner will send.'),
  notices: list(NOTICE, 'What is worth knowing but changes no check.'),
  connection: maybe(CONNECTION),
  network: maybe(NETWORK),
  rateLimit: maybe(RATE_LIMIT),
  problems: maybe(list(PROBLEM, 'What is wrong with the input, if the result is `invalid`.')),
});

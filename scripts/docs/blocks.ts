/** Everything that is generated. A new one is a line here; its place in the file is a pair of markers. */
import { readFileSync } from 'node:fs';
import type { Block } from './block';
import { CI_BLOCKS } from './ci-systems';
import { FOLLOW_BLOCKS } from './follow';
import { HELP_BLOCKS } from './help';
import { INPUT_BLOCKS } from './inputs';
import { KIND_BLOCKS } from './kinds';
import { RULE_BLOCKS, RULE_REGISTRY, ruleRegistry } from './lint';
import { manifestOf, versionSource } from './manifest';
import { MESSAGE_BLOCKS } from './messages';
import type { Release } from './release';
import { REGISTRY_BLOCKS } from './registries';
import { lockJsonSchema, REPORT_BLOCKS, reportJsonSchema } from './report-schema';
import { TEMPLATE_BLOCKS, TEMPLATE_FILES } from './template';
import { REGISTRY, TOOL_BLOCKS, toolRegistry } from './tools';

export const BLOCKS: readonly Block[] = [
  ...INPUT_BLOCKS,
  ...KIND_BLOCKS,
  ...MESSAGE_BLOCKS,
  ...CI_BLOCKS,
  ...REGISTRY_BLOCKS,
  ...FOLLOW_BLOCKS,
  ...REPORT_BLOCKS,
  ...HELP_BLOCKS,
  ...TOOL_BLOCKS,
  ...RULE_BLOCKS,
  ...TEMPLATE_BLOCKS,
];

/** A file that is generated as a whole. */
interface Whole {
  readonly file: string;
  readonly render: (release: Release) => string | Promise<string>;
}

export const WHOLE: readonly Whole[] = [
  { file: 'docs/report.schema.json', render: () => JSON.stringify(reportJsonSchema()) },
  { file: 'docs/lock.schema.json', render: () => JSON.stringify(lockJsonSchema()) },
  { file: REGISTRY, render: toolRegistry },
  { file: RULE_REGISTRY, render: ruleRegistry },
  { file: 'package.json', render: manifestOf },
  { file: 'src/domain/version.ts', render: versionSource },
  { file: 'packaging/pypi/LICENSE', render: () => readFileSync('LICENSE', 'utf8') },
  ...TEMPLATE_FILES,
];

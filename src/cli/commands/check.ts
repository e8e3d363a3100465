/** `check`: its options are the inputs that the command line takes, and its own. */
import type { InputRow, InputRows, InputType } from '../../domain/inputs/input';
import { valuesOf } from '../../domain/inputs/input-words';
import { INPUT_GROUPS } from '../../domain/inputs';
import { INPUT_OPERATIONS } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import { EXIT_CODES, PROGRAM, type Arguments, type Command, type Option } from '../grammar/command';
import { settle } from '../process/exit-code';
import { checked } from './check/checked';
import { loadTelling } from './load-telling';
import { EVIDENCE_OPTION, JSON_OPTION, REPORT_OPTION, SUMMARY_OPTION, TOKEN_OPTION } from './options';

const OWN: readonly Option[] = [TOKEN_OPTION, REPORT_OPTION, SUMMARY_OPTION, EVIDENCE_OPTION, JSON_OPTION];

/** The inputs that the command line takes. */
export const CHECK_GROUPS = INPUT_GROUPS.map(({ title, rows }) => ({ title, options: optionsOf(rows) }));

const OPERATIONS = `${INPUT_OPERATIONS.slice(0, -1).join(', ')} and ${String(INPUT_OPERATIONS.at(-1))}`;

export const CHECK: Command = {
  name: 'check',
  summary: 'May this token do what the job is about to do?',
  details: [
    `An ID is id[@revision][:operation] or an address on the Hub; the operations are ${OPERATIONS}. Newer kinds of the Hub are listed with their prefix, and have operations of their own: buckets/acme/logs:write, jobs/acme:run, inference. An ID that follows neither --datasets nor --spaces is a model.`,
    'The token comes from HF_TOKEN, HUGGING_FACE_HUB_TOKEN or the saved login, in this order; never from an argument. HF_ENDPOINT is the default of --endpoint.',
    EXIT_CODES,
    'A file that cannot be written is named on standard error, and the exit code is then 2 instead of 0.',
    'Ctrl-C reports what is finished, the rest as unknown, and exits 130 (143 on SIGTERM, 129 where the terminal is closed).',
  ],
  operands: { form: 'ID', help: 'A model to check.' },
  groups: [...CHECK_GROUPS, { title: 'The command', options: OWN }],
  examples: [
    `${PROGRAM} check meta-llama/Llama-3.2-1B acme/finetune:write --datasets acme/corpus`,
    `${PROGRAM} check --list repos.txt --json > report.json`,
  ],
  load: () => Promise.resolve(runCheck),
};

function optionsOf(rows: InputRows): Option[] {
  return Object.entries(rows).flatMap(([name, row]) => (row.edges.includes('cli') ? [optionOf(name, row)] : []));
}

function optionOf(name: string, row: InputRow): Option {
  const { type, default: standIn, example } = row;
  const isFlag = type.kind === 'flag';
  return {
    name,
    takes: takenBy(type),
    // A run has no use for it.
    get help() {
      const help = plainText(type.kind === 'text' || isFlag ? row.help : `${row.help} ${valuesOf(row)}`);
      return takenBy(type) === 'each' ? `${help} Give the option once for each.` : help;
    },
    example: isFlag ? '' : example,
    ...present({ once: row.once, form: formOf(type), default: isFlag ? undefined : standIn }),
  };
}

function takenBy(type: InputType): Option['takes'] {
  if (type.kind === 'flag') return 'nothing';
  if (type.kind !== 'lines') return 'value';
  return type.each === true ? 'each' : 'list';
}

function formOf(type: InputType): string | undefined {
  switch (type.kind) {
    case 'words':
      return type.words.join('|');
    case 'number':
      return type.unit === '' ? 'NUMBER' : type.unit.toUpperCase();
    case 'text':
      return type.form;
    case 'lines':
      return type.each === true ? type.form : `${type.form}...`;
    case 'flag':
    case 'secret':
    case 'context':
      return undefined;
  }
}

/** Help is read in a terminal. */
function plainText(markdown: string): string {
  return markdown.replaceAll('`', '').trim();
}

/** Collect, run, publish; it is loaded with the edge, as nothing may delay the first request. */
async function runCheck(given: Arguments): Promise<number> {
  const { report, code: verdict } = await checked(given, { whileWaiting: () => void loadTelling() });
  const code = settle(verdict);
  const { publish, save } = await loadTelling();
  await publish(report, given.flags, 'check');
  const { failed } = save(report, given.values, 'check');
  return code || (failed ? 2 : 0);
}

/** The inputs and outputs of the Action, as `action.yml` and the README show them. */
import { INPUTS } from '../../src/domain/inputs';
import type { InputRow } from '../../src/domain/inputs/input';
import { OUTPUTS, PASSED_ON } from '../../src/report/render/outputs';
import { stringify, Scalar } from 'yaml';
import { valuesOf } from '../../src/domain/inputs/input-words';
import type { Block } from './block';
import { anchor, code, table } from './markdown';

export const INPUT_BLOCKS: readonly Block[] = [
  { file: 'action.yml', name: 'inputs', render: actionInputs },
  { file: 'action.yml', name: 'outputs', render: actionOutputs },
  { file: 'README.md', name: 'inputs', render: inputTable },
  { file: 'README.md', name: 'outputs', render: outputTable },
];

/** Those that are always set, and one that is set only on request. */
const ALL_OUTPUTS = { ...OUTPUTS, ...PASSED_ON };

const rows: readonly (readonly [string, InputRow])[] = Object.entries<InputRow>(INPUTS).filter(([, { edges }]) =>
  edges.includes('action'),
);

function actionInputs(): string {
  const inputs = rows.map(([name, row]): [string, unknown] => {
    const about = { description: prose(describe(row)), required: false };
    return [name, row.default === undefined ? about : { ...about, default: row.default }];
  });
  return yaml({ inputs: Object.fromEntries<unknown>(inputs) });
}

function actionOutputs(): string {
  const outputs = Object.entries(ALL_OUTPUTS).map(([name, { help }]): [string, unknown] => [
    name,
    { description: prose(help) },
  ]);
  return yaml({ outputs: Object.fromEntries(outputs) });
}

function inputTable(): string {
  return table(
    ['input', 'default', 'meaning'],
    rows.map(([name, row]) => {
      const standIn = row.otherwise ?? (row.default === undefined ? '' : code(row.default));
      const more = row.section === undefined ? '' : ` See [${row.section}](${anchor(row.section)}).`;
      return [code(name), standIn, `${describe(row)}${more}`];
    }),
  );
}

function outputTable(): string {
  return table(
    ['output', 'value'],
    Object.entries(ALL_OUTPUTS).map(([name, { help }]) => [code(name), help]),
  );
}

/** The help of an input with its values. */
function describe(row: InputRow): string {
  const values = valuesOf(row);
  return values === '' ? row.help : `${row.help} ${values}`;
}

/** `action.yml` is read as plain text. */
function prose(markdown: string): Scalar<string> {
  const scalar = new Scalar(markdown.replaceAll('`', ''));
  if (scalar.value.length > 90) scalar.type = Scalar.BLOCK_FOLDED;
  return scalar;
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 120, singleQuote: true, minContentWidth: 0 }).trimEnd();
}

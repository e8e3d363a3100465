/** Why a place cannot be resolved, as a table. The words follow the name of the call, the key or the command. */

const TABLE = {
  elsewhere: 'the id comes from another file',
  parameter: 'the id is a parameter without a default',
  setting: 'the id is a setting that is read when the program runs',
  variable: 'the id is a variable that this file gives no constant',
  environment: 'the id comes from an environment variable',
  expression: 'the id is put together when the program runs',
  unpacked: 'the arguments are unpacked when the program runs',
  template: 'the id is filled in from a template',
  placeholder: 'the id is a placeholder',
  'no-id': 'no repo is named, so the library picks one',
  'local-or-hub': 'the name may be a folder that the job makes',
  'no-owner': 'the name has no owner, so it may be a folder or an alias',
  'other-copy': 'the library may load a copy of another owner',
  'other-hub': 'the program asks another hub, unless it is told to ask this one',
  'type-unknown': 'the kind of repo is decided when the program runs',
  'kind-unsupported': 'this kind of repo cannot be checked yet',
  secret: 'the id holds what looks like a token or is a part of one',
  comment: 'the comment names no repo that can be read',
  'too-many': 'there are more of them in this file than are looked at',
  syntax: 'this part of the file cannot be parsed',
} as const satisfies Record<string, string>;

export type ReasonName = keyof typeof TABLE;
/** Why a place could not be told, in words that follow a place. */
export const REASONS: Readonly<Record<ReasonName, string>> = TABLE;
/** Every reason, in the order of the table. */
export const REASON_NAMES = Object.keys(TABLE) as readonly ReasonName[];

/** Tools that take the first of a list of places, as most of them do, and what they do with a damaged value. */
import type {
  CredentialInventory,
  NetrcReading,
  TokenFile,
  TokenVariable,
} from '../../domain/machine/credential-inventory';
import { PLACE_NAMES, type Place } from './place-names';
import { fromFile, open, SILENT, type Prediction, type Tool } from './tool';

/** How a tool reads its places. */
export interface Reading {
  /** In its order. */
  readonly places: readonly Place[];
  /**
   * What a variable does that is set and empty: it is passed over, hides all that comes after it, is sent as `Bearer`
   * with nothing behind it, or makes the tool stop.
   */
  readonly empty: 'passed over' | 'hides the rest' | 'sent' | 'fails';
  /** The same for one that holds only spaces; absent: not known. */
  readonly blank?: 'sent' | 'fails';
  /**
   * What becomes of a line break at the end of a variable: it is taken off, makes the request impossible, or
   * makes the tool drop the token. `partly`: its first request is clean, and a later one impossible.
   */
  readonly lineBreak: 'taken off' | 'fails' | 'drops the token' | 'partly';
  /** The same for the file of a saved login; absent: taken off. */
  readonly fileLineBreak?: 'fails';
  /** What makes `HF_HUB_DISABLE_IMPLICIT_TOKEN` a yes; absent: the tool does not look at it. */
  readonly implicitSwitch?: 'yes' | 'any value';
  /** To follow the row of each prediction. */
  readonly note?: string;
}

/** A tool that is all told by its places. */
export interface PlacedTool extends Omit<Tool, 'predict' | 'order' | 'implicitSwitch'> {
  readonly reading: Reading;
  /** Which of the addresses it asks can be changed, for the documentation, to follow "It asks". */
  readonly endpoint: string;
  /** What else is worth a sentence, as Markdown. */
  readonly quirk?: string;
}

/** The tool, with the documentation's words for what it reads. */
export function placed({ reading, endpoint, quirk, ...tool }: PlacedTool): Tool {
  return {
    ...tool,
    ...(reading.implicitSwitch === undefined ? {} : { implicitSwitch: true }),
    order: [orderOf(reading), `It asks ${endpoint}.`, ...(quirk === undefined ? [] : [quirk])].join(' '),
    predict: (inventory) => [firstOf(inventory, reading)],
  };
}

/** The places and the quirks of a reading, as Markdown. */
export function orderOf({ places, empty, lineBreak, fileLineBreak, implicitSwitch }: Reading): string {
  if (places.length === 0) return 'no credential from the machine.';
  const names = places.map((place) =>
    place in PLACE_NAMES ? PLACE_NAMES[place as keyof typeof PLACE_NAMES] : `\`${place}\``,
  );
  const hasVariable = places.some((place) => !(place in PLACE_NAMES));
  return [
    `${names.join(', then ')}.`,
    ...(hasVariable ? [`Empty, a variable ${EMPTY_WORDS[empty]}; a line break in it ${BREAK_WORDS[lineBreak]}.`] : []),
    ...(fileLineBreak === undefined ? [] : ['A line break in the file makes its requests fail.']),
    ...(implicitSwitch === undefined ? [] : ['`HF_HUB_DISABLE_IMPLICIT_TOKEN` keeps it from all of them.']),
  ].join(' ');
}

const EMPTY_WORDS: Readonly<Record<Reading['empty'], string>> = {
  'passed over': 'is passed over',
  'hides the rest': 'hides all that comes after it',
  sent: 'is sent as `Bearer` with nothing behind it',
  fails: 'makes it stop',
};

const BREAK_WORDS: Readonly<Record<Reading['lineBreak'], string>> = {
  'taken off': 'is taken off',
  fails: 'makes its requests fail',
  'drops the token': 'makes it drop the token, without a word',
  partly: 'makes all but its first requests fail',
};

/** The first place that has something. Pure. */
export function firstOf(inventory: CredentialInventory, reading: Reading): Prediction {
  const { implicitSwitch, note } = reading;
  const isOff =
    (implicitSwitch === 'yes' && inventory.implicitTokenDisabled) ||
    (implicitSwitch === 'any value' && inventory.implicitTokenSet);
  if (isOff) return { ...SILENT, note: 'HF_HUB_DISABLE_IMPLICIT_TOKEN is set' };
  for (const place of reading.places) {
    const found = at(place, inventory, reading);
    if (found !== undefined) return note === undefined ? found : { ...found, note: joined(found.note, note) };
  }
  return open('variable', note);
}

function joined(one: string | undefined, other: string): string {
  return one === undefined ? other : `${one}; ${other}`;
}

const isVariable = (place: Place): place is TokenVariable => !NO_VARIABLES.has(place);
const NO_VARIABLES: ReadonlySet<Place> = new Set(Object.keys(PLACE_NAMES) as Place[]);

function at(place: Place, inventory: CredentialInventory, reading: Reading): Prediction | undefined {
  if (isVariable(place)) return fromVariable(place, inventory, reading);
  switch (place) {
    case 'netrc':
      return fromNetrc(inventory.netrc.requests);
    case 'aria2-netrc':
      return unquoted(inventory.netrc.aria2);
    case 'saved-login':
      return withFileBreak(inventory.savedLogin, reading);
    case 'cache-login':
      return withFileBreak(inventory.logins.cache, reading);
    case 'plain-login':
      return withFileBreak(inventory.logins.plain, reading);
    case 'home-login':
      return withFileBreak(inventory.logins.home, reading);
    case 'tilde-login':
      return withFileBreak(inventory.logins.tilde, reading);
    case 'path-login':
      return withFileBreak(inventory.logins.path, reading);
  }
}

function fromVariable(variable: TokenVariable, inventory: CredentialInventory, reading: Reading) {
  const value = inventory.variables[variable];
  if (value === undefined) return undefined;
  if (value === 'empty') return fromEmpty(variable, reading);
  const name = { source: variable, via: 'variable' } as const;
  if (value === 'blank') return fromBlank(variable, reading);
  if (!inventory.lineBreaks.includes(variable)) return { ...name, sends: value };
  return fromBroken(variable, value, reading);
}

/** HF_TOKEN of `${{ secrets.… }}` where that secret is not there. */
function fromEmpty(variable: TokenVariable, { empty }: Reading): Prediction | undefined {
  const lost = { why: 'empty', place: variable } as const;
  switch (empty) {
    case 'passed over':
      return undefined;
    case 'hides the rest':
      return { ...SILENT, lost, note: `${variable} is set and empty, and it looks no further` };
    case 'sent':
      return { ...SILENT, lost, note: `${variable} is set and empty, and it sends an empty credential` };
    case 'fails':
      return { ...SILENT, lost, note: `${variable} is set and empty, and it stops with an error` };
  }
}

function fromBlank(variable: TokenVariable, { blank }: Reading): Prediction {
  const note = `${variable} holds only spaces`;
  if (blank === undefined) return { source: variable, sends: 'opaque', via: 'variable', note };
  return {
    ...SILENT,
    lost: { why: 'empty', place: variable },
    note: `${note}, and ${blank === 'sent' ? 'it sends those' : 'it stops with an error'}`,
  };
}

function fromBroken(variable: TokenVariable, secret: Prediction['sends'], { lineBreak }: Reading): Prediction {
  const lost = { why: 'line-break', place: variable } as const;
  switch (lineBreak) {
    case 'taken off':
      return { source: variable, sends: secret, via: 'variable' };
    case 'fails':
      return { ...SILENT, lost, note: `the line break in ${variable} makes its requests fail` };
    case 'drops the token':
      return { ...SILENT, lost, note: `it drops ${variable} for the line break in it, without a word` };
    case 'partly':
      return {
        source: variable,
        sends: secret,
        via: 'variable',
        lost,
        note: `only its first requests: the line break in ${variable} makes later ones fail`,
      };
  }
}

function withFileBreak(file: TokenFile, { fileLineBreak }: Reading): Prediction | undefined {
  const isBroken = file.kind === 'token' && file.lineBreak === true && fileLineBreak === 'fails';
  if (!isBroken) return fromFile(file);
  const lost = { why: 'line-break', place: file.file } as const;
  return { ...SILENT, lost, note: `the line break in ${file.file} makes its requests fail` };
}

function fromNetrc(found: NetrcReading | undefined): Prediction | undefined {
  if (found === undefined || found.kind === 'none') return undefined;
  const via = { source: found.file, via: 'netrc' } as const;
  if (found.kind === 'unreadable') return { ...via, sends: 'opaque', note: `not looked into: ${found.why}` };
  return { ...via, sends: found.secret };
}

function unquoted(found: NetrcReading | undefined): Prediction | undefined {
  const sent = fromNetrc(found);
  if (sent === undefined || found?.kind !== 'entry' || !found.quoted) return sent;
  return { ...sent, sends: 'other', note: 'it takes the quotes for a part of the password' };
}

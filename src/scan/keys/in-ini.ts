/** Presets of llama.cpp (`--models-preset`): any other file of this form has none of their options. */
import { presetOptions, presetRepo } from '../../domain/formats/preset-ini';
import { findInScript } from '../commands';
import { LineIndex } from '../sites/line-index';
import { referenceOf, sitesAt } from '../sites/reference';
import type { Site, SourceFile } from '../sites/site';
import { notOfTheHub } from '../tables/short-names';

/** What an INI file loads: the presets of llama.cpp, and the commands of tox. */
export function findInIni(file: SourceFile): Site[] {
  return [...presetSites(file), ...commandSites(file)];
}

/** `commands =` with lines below it that are indented; the other lines are empty to a shell. */
function commandSites(file: SourceFile): Site[] {
  let isCommand = false;
  const lines = file.text.split('\n').map((line) => {
    const begins = /^commands(?:_pre|_post)?[ \t]*=(.*)$/.exec(line);
    isCommand = begins !== null || (isCommand && /^(?:[ \t]|\s*$)/.test(line));
    return isCommand ? (begins?.[1] ?? line).replace(/^\s*-\s/, '').replace(VARIABLE, withStandIn) : '';
  });
  const index = new LineIndex(lines.join('\n'));
  const pairs = [...file.text.matchAll(/^[ \t]+(\w+)[ \t]*=[ \t]*(\S+)[ \t]*\r?$/gm)];
  const constants = new Map(pairs.map(([, name = '', value = '']) => [name, value]));
  return findInScript({ text: lines.join('\n'), lineAt: (place) => index.at(place), file, constants });
}

/** `{env:MODEL:acme/x}` of tox. */
const VARIABLE = /\{env:(\w+)(?::([^{}]*))?\}/g;

function withStandIn(_: string, name: string, standIn?: string): string {
  return standIn === undefined ? `\${${name}}` : `\${${name}:-${standIn}}`;
}

function presetSites({ text, exists }: SourceFile): Site[] {
  return presetOptions(text).flatMap(({ option, value, line }): Site[] => {
    const named = presetRepo({ option, value });
    if (named === undefined) return [];
    const spot = { line, lines: [line], how: 'llama.cpp preset' };
    const reading = referenceOf(named, { plural: 'models', bare: notOfTheHub, exists });
    return sitesAt(reading, spot);
  });
}

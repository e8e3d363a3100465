/** Presets of llama.cpp (`--models-preset`): any other file of this form has none of their options. */
import { presetOptions, presetRepo } from '../../domain/formats/preset-ini';
import { referenceOf } from '../sites/reference';
import type { Site, SourceFile } from '../sites/site';
import { notOfTheHub } from '../tables/short-names';

/** What the presets of llama.cpp in an INI file load. */
export function findInIni({ text, exists }: SourceFile): Site[] {
  return presetOptions(text).flatMap(({ option, value, line }): Site[] => {
    const named = presetRepo({ option, value });
    if (named === undefined) return [];
    const spot = { line, lines: [line], how: 'llama.cpp preset' };
    const reading = referenceOf(named, { plural: 'models', bare: notOfTheHub, exists });
    if (reading.kind === 'repo') return [{ kind: 'found', ...spot, ...reading.repo }];
    return reading.kind === 'unsure' ? [{ kind: 'unresolved', ...spot, reason: reading.reason }] : [];
  });
}

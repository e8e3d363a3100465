/** Variables by which an image or a job is told what to load. */
import { referenceOf, sitesAt } from '../sites/reference';
import type { Site, SourceFile } from '../sites/site';
import { VARIABLES } from '../tables/images';
import { notOfTheHub } from '../tables/short-names';
import { lookUp } from '../../domain/basics/look-up';

/** What a variable loads by which a server or a program is told its model (`VARIABLES`); nothing for any other name. */
export function variableSite(
  { name, value }: { readonly name: string; readonly value: string },
  { line, file }: { readonly line: number; readonly file: SourceFile },
): Site[] {
  const plural = lookUp(VARIABLES, name);
  if (plural === undefined) return [];
  const reading = referenceOf(value, { plural, exists: file.exists, bare: notOfTheHub });
  const spot = { line, lines: [line], how: `variable ${name}` };
  return sitesAt(reading, spot);
}

/** What the checkout's own files name as packages: the reason to show a tool's row. Nothing of it is run. */
import { basename, dirname } from 'node:path';
import type { Workspace } from '../../domain/machine/credential-inventory';
import { readSmallFile } from '../files/read';
import { manifestFor } from './manifests';
import { findManifests } from './walk';

/** More text than this adds a doubt, not time. */
const MOST_TEXT = 4 * 1024 * 1024;

/** One bounded look: the top folder and three levels below it, small regular files, no links. Never an exception. */
export function readWorkspace(folder: string): Workspace {
  const { paths, doubts: bounds } = findManifests(folder, (name) => manifestFor(name) !== undefined);
  const packages = new Set<string>();
  const doubts = new Set(bounds);
  let length = 0;
  for (const path of paths) {
    const name = basename(path);
    const reading = readSmallFile(path);
    if (reading.kind === 'unreadable') doubts.add(`${name} was not searched for tools: ${reading.why}`);
    if (reading.kind !== 'text') continue;
    length += reading.text.length;
    if (length > MOST_TEXT) {
      doubts.add('the manifests and lock files are too large to search all of them for tools');
      break;
    }
    for (const found of manifestFor(`${basename(dirname(path))}/${name}`)?.(reading.text) ?? []) packages.add(found);
  }
  return { packages, doubts: [...doubts] };
}

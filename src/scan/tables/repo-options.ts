/** Options that name a model. */
import type { RepoOption } from './command-row';
import { notOfTheHub, oldModels } from './short-names';

/** A value that cannot be told is reported. */
export const model = (...names: string[]): RepoOption => ({ names, plural: 'models', bare: oldModels });

/** The program takes something else there too, which is not reported. */
export const loose = (...names: string[]): RepoOption => ({ names, plural: 'models', bare: notOfTheHub, loose: true });

/** A list in parts. */
import { parsePlan } from '../../../src/domain/parse-plan';
import type { Plan } from '../../../src/domain/plan';

/** The plan of a part, or of all of it. */
export function planOf(models: string, shard = ''): Plan {
  const reading = parsePlan({
    inputs: { models, shard },
    tokens: [],
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  return reading.plan;
}

export const IDS = Array.from({ length: 1200 }, (_, at) => `acme/model-${at}`);
/** The ids in each part. */
export const partsOf = (ids: readonly string[], of: number) =>
  Array.from({ length: of }, (_, at) =>
    planOf(ids.join('\n'), `${at + 1}/${of}`).requirements.map(({ repo }) => repo.id),
  );

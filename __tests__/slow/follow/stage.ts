/** What the run says about what is loaded, and what was asked for. */
import { tmpdir } from 'node:os';
import type { Report } from '../../../src/domain/report/report';
import type { RunContext } from '../../../src/domain/run-context';
import { createGuard } from '../../../src/domain/text/redact';
import { run } from '../../../src/run';
import type { TestHub } from '../../hub-fixture/start';

/** Whose routes were asked for, as lines of a list. */
export function asked({ requests }: TestHub): string[] {
  const named = requests.flatMap(
    ({ path }) =>
      /^\/(?:api\/(?:resolve-cache\/)?(?:models\/)?)?((?:datasets\/|kernels\/)?(?:ada|pyannote|speechbrain|kernels-community)\/[\w.-]+)/.exec(
        path,
      )?.[1] ?? [],
  );
  return [...new Set(named)].sort();
}

/** What the preflight follows from `ada/loaded`. */
export async function judged({ origin }: TestHub): Promise<Report> {
  const context: RunContext = {
    edge: 'cli',
    env: {},
    folder: tmpdir(),
    ...createGuard([]),
    ciContext: { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' },
    onSecret: () => undefined,
    onProgress: () => undefined,
  };
  const inputs = { endpoint: origin, models: 'ada/loaded', follow: 'true', 'check-runner': 'off' } as const;
  return run({ tokens: [], trustHfEndpoint: false, certificateChecksOff: false, inputs }, context);
}

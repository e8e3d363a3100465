/** One run of the action, from the environment to the exit code: collect, run, publish. */
import { begun } from '../domain/begun';
import type { Report } from '../domain/report';
import { exportTokenOf } from '../domain/keyless';
import { SeenSecrets } from '../domain/text/redact';
import { INITIAL_OUTPUTS } from '../report/render/outputs';
import { progressLogger } from '../report/render/progress';
import { run } from '../run';
import { input } from '../runner/action-input';
import { readCiContext } from '../runner/ci-context';
import { takeEnvironment } from '../runner/environment';
import { collect } from './collect';
import { publishFault } from './fault';
import { identitySource } from './identity';
import { mask, maskCandidates } from './masking';
import { passOn } from './pass-on';
import { info, setOutput } from './toolkit';

/** Runs the action in this process. Never rejects: an error of our own is reported, and changes no verdict. */
export async function main(): Promise<void> {
  const env = takeEnvironment();
  // A log that nobody takes any more, or that no longer fits on the disk, changes nothing about the verdict.
  process.stdout.on('error', () => undefined);
  const seen = new SeenSecrets();
  maskCandidates(env, seen);
  let verdict: Report | undefined;
  try {
    for (const [name, value] of Object.entries(INITIAL_OUTPUTS)) setOutput(name, value);
    const folder = env['GITHUB_WORKSPACE'] ?? process.cwd();
    const onSecret = (secret: Parameters<typeof mask>[0]) => {
      mask(secret, seen);
    };
    const { redact, holdsSecret } = seen;
    const edge = 'action' as const;
    let token: Parameters<typeof mask>[0] | undefined;
    const context = {
      whileWaiting: () => void loadPublish(),
      edge,
      env,
      folder,
      ciContext: readCiContext(env),
      identity: identitySource(env),
      onSecret,
      onExchanged: (exchanged: NonNullable<typeof token>) => {
        token = exchanged;
      },
      onProgress: progressLogger({ write: info }, edge),
      redact,
      holdsSecret,
    };
    const { raw, destinations } = collect(env, context);
    verdict = await run(raw, context);
    // Settled before anything is printed: a later failure changes no verdict.
    process.exitCode = verdict.blocked ? 1 : 0;
    if (token !== undefined && !verdict.blocked) passOn(token, exportTokenOf(raw.inputs));
    await (await loadPublish()).publish(verdict, context, destinations);
  } catch (error) {
    const unknownBlocks = input(env, 'on-unknown')?.trim().toLowerCase() !== 'warn';
    publishFault(error, { verdict, unknownBlocks, redact: seen.redact });
  }
}

/** What tells of the report; it is loaded while the first answers are on their way. */
function loadPublish() {
  return begun(import(/* webpackChunkName: "meanwhile" */ './publish'));
}

/** One run of the action, from the environment to the exit code: collect, run, publish. */
import { begun } from '../domain/basics/begun';
import type { Report } from '../domain/report/report';
import type { RunContext } from '../domain/run-context';
import { exportTokenOf } from '../domain/inputs/keyless';
import { SeenSecrets } from '../domain/text/redact';
import type { Secret } from '../domain/text/secret';
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
    let token: Secret | undefined;
    const context: RunContext = {
      whileWaiting: () => void loadPublish(),
      edge: 'action',
      env,
      folder: env['GITHUB_WORKSPACE'] ?? process.cwd(),
      ciContext: readCiContext(env),
      identity: identitySource(env),
      onSecret: (secret) => {
        mask(secret, seen);
      },
      onExchanged: (exchanged) => {
        token = exchanged;
      },
      onProgress: progressLogger({ write: info }, 'action'),
      redact: seen.redact,
      holdsSecret: seen.holdsSecret,
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

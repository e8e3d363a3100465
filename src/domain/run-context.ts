/** One run as an edge sees it: where it happens, and who hears of what is found. */
import type { CiContext } from './ci-context';
import type { Environment } from './basics/environment';
import type { IdentitySource } from './tokens/identity';
import type { InputEdge } from './inputs/input';
import type { Progress } from './progress';
import type { Redact } from './text/quote';
import type { Secret } from './text/secret';

/** What only the edge knows of a run: the environment, the CI system, and where progress and found credentials go. */
export interface RunContext {
  readonly edge: InputEdge;
  readonly env: Environment;
  /** The checkout, or the folder that the command was started in. */
  readonly folder: string;
  readonly ciContext: CiContext;
  /** Called with every credential that is found on the machine, before anything else is done with it. */
  readonly onSecret: (secret: Secret) => void;
  readonly onProgress: (progress: Progress) => void;
  /** The last guard of everything that is written: it knows every credential that has been seen so far. */
  readonly redact: Redact;
  /** Whether what the user wrote to be shown holds a whole secret. */
  readonly holdsSecret: (text: string) => boolean;
  /** Where the job's identity comes from; nowhere where it is absent. */
  readonly identity?: IdentitySource;
  /** Called with the token that the identity was exchanged for, after {@link onSecret}. */
  readonly onExchanged?: (token: Secret) => void;
  /** The endpoint plays the Hub, as the embedded one of the demo does: where the pages are that it would have. */
  readonly pages?: string;
  /** The report says of every repo what repo info says, for a lock. */
  readonly describes?: true;
  /** Called as soon as the first request has left: what is needed after the answers can be loaded until they come. */
  readonly whileWaiting?: () => void;
  /** Ends the run early: what is finished is kept, and nothing more is asked. */
  readonly interrupted?: AbortSignal;
}

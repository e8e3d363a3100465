/** What every sentence may draw on, and what a message is made of. */
import type { CiContext } from '../../../domain/ci-context';
import type { Code, LackCode, OutcomeOf } from '../../../domain/hub/codes';
import type { ProxyUse } from '../../../domain/machine/proxy';
import type { Exchanged, NotExchanged } from '../../../domain/tokens/exchange';
import type { InputEdge } from '../../../domain/inputs/input';
import type { Policies } from '../../../domain/inputs/policies';
import type { Owner, Remedy } from '../../../domain/report/remedy';
import type { Failed, Fault } from '../../../domain/hub/reply';
import type { KnownToken } from '../../../domain/report/report';
import type { Requirement } from '../../../domain/inputs/requirement';
import type { Text } from '../../../domain/text/parts';
import type { Verdict } from '../../../domain/report/verdict';

/** The run's own facts, gathered once. */
export interface MessageContext {
  /** What was asked, as `parseEndpoint` gives it. */
  readonly endpoint: string;
  /** Where the pages are that go with it, as `pagesAt` gives them. */
  readonly pages?: string | undefined;
  readonly token: KnownToken;
  /** How options are spelled where this is read. */
  readonly edge: InputEdge;
  /** The token is another account's than the one that was expected. */
  readonly wrongAccount?: boolean;
  /** The longest `deadline` in seconds that a rate-limited question of this run would have needed. */
  readonly needsSeconds?: number;
  /** Why nobody knows whose the token is, to follow a colon; of a token that was refused, the endpoint's words, untrusted. */
  readonly whoami?: string;
  /** What has to be corrected to know it. */
  readonly whoamiFault?: Fault;
  /** Why the file that `HF_TOKEN_PATH` names gives no token, where none is there. */
  readonly tokenPath?: string;
  /** Variables with a token that the Hub's own libraries do not read, where none is there that they do. */
  readonly misnamed?: readonly string[];
  /** What becomes of the proxy that the environment names; absent too where a report was read back. */
  readonly proxy?: ProxyUse;
  /** Why a keyless run has no token. */
  readonly failure?: NotExchanged;
  /** What the token was exchanged for. */
  readonly exchanged?: Exchanged;
  readonly ciContext: CiContext;
  /** Everything that is listed, for links that ask for exactly what the lines need. */
  readonly requirements: readonly Requirement[];
  readonly policies: Policies;
  /** What replaces all that the endpoint answered, if nothing that it says counts. */
  readonly disbelief?: Failed;
  /** The account's organizations, where whoami named them. */
  readonly orgs?: readonly string[];
}

/** One verdict, on what it was given, and the run around it. */
export interface About {
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly run: MessageContext;
}

/** What came back, and what to change. */
export interface Message {
  readonly message: Text;
  /** What a yes leaves open; sentences of the message. */
  readonly caveats?: readonly Text[];
  readonly remedy?: Remedy;
}

/** As {@link Message}, for what always has a remedy. */
export interface MessageWithRemedy extends Message {
  readonly remedy: Remedy;
}

/** The entry of a code or a notice in the documentation, as Markdown. */
export interface Entry {
  /** What other tools print in the same situation. */
  readonly seenAs?: string;
  readonly cause: string;
  readonly fix: string;
}

/** Everything that is said about one code, but for the words that every check has. */
export interface CodeRecord {
  /** The cause in a few words, without names. */
  readonly headline: string;
  /** Who can fix it, unless the remedy says otherwise. */
  readonly owner: Owner;
  /** What came back, to follow "Reading the model acme/x: ". */
  readonly cause: (about: About) => Text;
  /** What to do; absent where nothing has to be done. */
  readonly remedy?: (about: About) => Remedy;
  /** What else to do, if something else has to be fixed first: a sentence that names nobody. */
  readonly also?: (about: About) => Text;
  /** Its entry in the documentation. */
  readonly docs: Entry;
}

type WithRemedy = CodeRecord & Required<Pick<CodeRecord, 'remedy'>>;

type Lacking = WithRemedy & Required<Pick<CodeRecord, 'also'>>;

/** A record for every code; a denied one has a remedy, and one that may come besides another says so. */
export type CodeRecords = {
  readonly [C in Code]: C extends LackCode ? Lacking : OutcomeOf<C> extends 'denied' ? WithRemedy : CodeRecord;
};

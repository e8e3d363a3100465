/** What is known of a tool that talks to the Hub: which credential it takes, and how that is known. */
import type { CredentialInventory, GitStep, TokenFile, TokenVariable } from '../../domain/machine/credential-inventory';
import type { Secret } from '../../domain/text/secret';
import { present } from '../../domain/basics/present';

/** What a tool will send. */
export interface Prediction {
  /** A name that may be shown; `none` when it sends nothing. */
  readonly source: string;
  /**
   * `secret`: what it sends is known. `other`: a credential that is not named, certainly not the one that was checked.
   * `nothing`: it sends none, whatever later steps set. `open`: nothing here gives it one, but a later step's
   * environment or the code itself may. `opaque`: it sends something that cannot be looked into.
   */
  readonly sends: Secret | 'other' | 'nothing' | 'open' | 'opaque';
  readonly via: 'variable' | 'file' | 'oidc' | 'netrc' | 'git' | 'code';
  readonly note?: string;
  /** `oidc`: what it exchanges for. */
  readonly resource?: string;
  /** The step of git's that answers. */
  readonly step?: GitStep;
  /** A credential is there, and the tool cannot use it: the variable at this place is set and empty, hides the one that holds it, or has a line break. */
  readonly lost?: { readonly why: 'empty' | 'hidden' | 'line-break'; readonly place: string };
}

/** What makes a tool's row worth showing. */
export interface Reason {
  /** Packages as {@link CredentialInventory.workspace} names them: `pypi polars`. */
  readonly packages: readonly string[];
  /** Variables of the tool's own. */
  readonly variables?: readonly TokenVariable[];
  /** One of them is a reason where it is empty as well: the tool then stops. */
  readonly evenEmpty?: true;
}

/** How a tool gets a token that it does not find: a variable of its own, or what its code passes. */
export type Help = { readonly variable: TokenVariable } | { readonly code: string };

/** One tool: a file of this folder each, exported as `tool`. `npm run docs` writes the registry and the page from them. */
export interface Tool {
  /** Its name in the report's `runner`. */
  readonly client: string;
  /** Its place among the rows; the lowest comes first. */
  readonly rank: number;
  /** What the documentation says of it, in Markdown: the sources that it knows, in their order, and its quirks. */
  readonly order: string;
  /** How this is known: a file of its source, or that it was run. */
  readonly source: string;
  /** Absent for the Hub's own clients and for what every runner has: their rows are always shown. */
  readonly reason?: Reason;
  /** Where the Hub is what the tool is for: the change by which it gets the token where it reads none that is there. */
  readonly help?: Help;
  /** It sends a credential on to another host that the Hub redirects to: what to do instead, for the documentation. */
  readonly carriesOn?: string;
  /** Its error has the token in it: where a variable's value has a line break, or at each refusal that nothing catches. */
  readonly showsToken?: 'line break' | 'any refusal';
  /** It looks at `HF_HUB_DISABLE_IMPLICIT_TOKEN`; absent: it sends tokens all the same. */
  readonly implicitSwitch?: true;
  /** It uses no credential unless it is told to, so another one there is not worth a notice. */
  readonly onRequestOnly?: true;
  /** One row, or for git one for each way to spell an address. Pure. */
  readonly predict: (inventory: CredentialInventory) => readonly Prediction[];
}

/** The token in a file; nothing if there is none. */
export function fromFile(file: TokenFile): Prediction | undefined {
  switch (file.kind) {
    case 'token':
      return { source: file.file, sends: file.secret, via: 'file' };
    case 'unreadable':
      return { source: file.file, sends: 'opaque', via: 'file', note: `not looked into: ${file.why}` };
    case 'absent':
    case 'blank':
      return undefined;
  }
}

/** It sends none, whatever later steps set. */
export const SILENT = { source: 'none', sends: 'nothing', via: 'variable' } as const;

/** Nothing here gives it a token; code or a later step may. */
export function open(via: Prediction['via'], note?: string): Prediction {
  return { source: 'none', sends: 'open', via, ...present({ note }) };
}

/** What stands in the place of a token, and is none at all: what each kind is called, and what to do. */
import { code, name, text, type Text } from '../../../domain/text/parts';
import type { MessageContext } from './context';

/** A kind of damage. */
export interface Defect {
  /** What it is, to follow "the token from HF_TOKEN". */
  readonly is: Text;
  /** What to do; where it depends on the CI system, a function of the run. */
  readonly fix: Text | ((run: MessageContext) => Text);
  /** Saving the same token again does not help: another one is needed. */
  readonly needsNew?: true;
  /** Its row in the documentation, as Markdown. */
  readonly docs: { readonly cause: string; readonly fix: string };
}

/** By the kind of mistake. */
export const INSTEAD = {
  template: {
    is: text`is a template or a variable's name that nothing filled in`,
    fix: (run) =>
      isGitHub(run)
        ? text`Write it where the workflow evaluates expressions (${code('with:')} or ${code('env:')}), as ${code('${{ secrets.HF_TOKEN }}')}.`
        : text`Write it where it is filled in before the job starts, or set the variable to the token itself.`,
    docs: {
      cause: '`${{ … }}`, `$HF_TOKEN`, `$(HF_TOKEN)`, `{{ … }}`, `#{…}#` that nothing filled in',
      fix: 'on GitHub, write it under `with:` or `env:` of the step; elsewhere, where the system fills it in',
    },
  },
  command: {
    is: text`is a command that no shell ran`,
    fix: text`Run the command in a shell that exports its output as the variable, or set the variable to the token itself.`,
    docs: {
      cause: '`$(cat /run/secrets/hf_token)`: env files and manifests run no commands',
      fix: 'export its output in a shell, or save the token itself',
    },
  },
  reference: {
    is: text`is a reference to a secret manager, or an encrypted value, that nothing resolved`,
    fix: text`Start the job through the tool that resolves it, or set the variable to the token itself.`,
    docs: {
      cause: '`op://…`, `vault:…`, `arn:aws:secretsmanager:…`, `projects/…/secrets/…`, `ENC[…]`',
      fix: 'start the job through the tool that resolves it (such as `op run`), or save the token itself',
    },
  },
  path: {
    is: text`is the path of a file`,
    fix: text`Set the variable to what the file holds; for a path there is ${name('HF_TOKEN_PATH')}.`,
    docs: {
      cause: '`/run/secrets/hf_token`, or a GitLab variable of type file',
      fix: "save the file's content; for a path there is `HF_TOKEN_PATH`",
    },
  },
  json: {
    is: text`is a JSON document`,
    fix: text`Pass only the value of the field that holds the token. Replace the token if the document was ever printed.`,
    docs: {
      cause: '`{"HF_TOKEN":"…"}`: a whole entry of a secret manager',
      fix: 'pass only the value of the field that holds the token',
    },
  },
  'other-service': {
    is: text`is a key of another service`,
    fix: text`Pass a token of this endpoint. Replace the key at its service if it was ever sent elsewhere.`,
    needsNew: true,
    docs: {
      cause: '`ghp_…`, `sk-proj-…`, `AKIA…`: a key of GitHub, OpenAI, AWS or another',
      fix: 'pass a token of the Hub',
    },
  },
  'identity-token': {
    is: text`is a job's identity token, which has to be exchanged for a token of the Hub first`,
    fix: (run) =>
      run.edge === 'action'
        ? text`Name the repo or the user that trusts this job in ${code('oidc-resource')}, which exchanges it, or pass a token of the Hub.`
        : text`Set ${name('HF_OIDC_ID_TOKEN')} to it and ${name('HF_OIDC_RESOURCE')} to the repo that trusts the job: clients of the Hub then exchange it. This check needs a token of the Hub.`,
    docs: {
      cause: '`eyJ…` of GitHub, GitLab or another CI system: the identity of a job (OpenID Connect)',
      fix: 'let it be exchanged: `oidc-resource` here, `HF_OIDC_RESOURCE` for clients of the Hub',
    },
  },
  'no-value': {
    is: text`is only the word that a program writes where there is no value (${code('None')}, ${code('null')}, ${code('undefined')}, ${code('false')})`,
    fix: text`Look at what sets the variable: the secret or the setting that it is taken from is empty, or has another name, or a condition in front of it does not hold.`,
    docs: {
      cause: '`None`, `null`, `<no value>`: an empty value as a word; `false`: a condition in front of the secret',
      fix: 'fill the secret behind it, or give the expression an empty word for that case',
    },
  },
  placeholder: {
    is: text`is a placeholder from an example`,
    fix: text`Put a real token in its place.`,
    needsNew: true,
    docs: { cause: '`hf_xxx`, `<your token>`, `changeme` from an example', fix: 'put in a real token' },
  },
  'foreign-character': {
    is: text`contains a character that no token has, such as a bracket or a dollar sign`,
    fix: text`Look at what sets the variable: something on the way did not fill it in. Set it to the token itself, with nothing before or after it.`,
    docs: {
      cause: 'a bracket, a dollar sign, a colon or the like: something that nothing filled in',
      fix: 'set the variable to the token itself',
    },
  },
  'too-short': {
    is: text`is far shorter than any token`,
    fix: text`Put a real token in its place.`,
    needsNew: true,
    docs: { cause: 'fewer than eight characters: a word and no token', fix: 'put in a real token' },
  },
} as const satisfies Readonly<Record<string, Defect>>;

const isGitHub = ({ ciContext }: MessageContext): boolean => ciContext.repository !== undefined;

/** Why there is no token, and how to pass one. None of it advises an event that runs a stranger's code with secrets. */
import type { Page, Remedy } from '../../../domain/report/remedy';
import type { MissingReason } from '../../../domain/report/report';
import {
  code,
  listed as join,
  name,
  sentences,
  text,
  words as plainWords,
  type Text,
} from '../../../domain/text/parts';
import type { MessageContext } from './context';
import { causeWords, CI_WORDS } from './ci-words';
import { ciPage, secretsPage, tokensPage } from './pages';
import { remedy } from './words';

const REASONS: Readonly<Record<MissingReason, Text>> = {
  fork: text`No token: this run comes from a fork, and GitHub withholds secrets from it. Nothing is wrong with the token.`,
  dependabot: text`No token: Dependabot started this run, and GitHub gives it only the Dependabot secrets.`,
  empty: text`No token: a variable for it is set, but blank. Code that passes the blank value on as a token fails even for public repos.`,
  'not-forwarded': text`No token: this job runs in a called workflow, and the caller did not pass it the secret.`,
  unset: text`No token was given.`,
};

/** Why there is no token, only by the report's word for it. */
export function reasonMessage(reason: MissingReason | undefined): Text {
  return REASONS[reason ?? 'unset'];
}

/** Why there is no token, in a sentence or two. */
export function missingMessage({ token, tokenPath, misnamed, ciContext: { ci } }: MessageContext): Text {
  const reason = token.reason ?? 'unset';
  if (token.variable !== undefined && isOpen(reason)) {
    const how = reason === 'empty' ? 'set, but blank' : 'not set';
    return text`No token: the variable ${name(token.variable)}, which ${code('token-for')} names for it, is ${plainWords(how)}.`;
  }
  const words = isOpen(reason) && ci !== undefined ? causeWords(ci) : undefined;
  return sentences(
    reasonMessage(reason),
    isOpen(reason) && misnamed !== undefined ? misnamedMessage(misnamed) : [],
    isOpen(reason) && tokenPath !== undefined ? text`${TOKEN_PATH} is set, but ${plainWords(tokenPath)}.` : [],
    words?.is ?? [],
  );
}

const TOKEN_PATH = name('HF_TOKEN_PATH');
const MAIN = name('HF_TOKEN');

function misnamedMessage(variables: readonly string[]): Text {
  const is = variables.length === 1 ? text`is` : text`are`;
  return text`${join(variables.map((variable) => name(variable)))} ${is} set, but the Hub's libraries read only ${MAIN}.`;
}

/** Nothing is known but that no token came. */
const isOpen = (reason: MissingReason) => reason === 'unset' || reason === 'empty';

/** How the token gets there, and who can see to it. */
export function missingRemedy(context: MessageContext): Remedy {
  const reason = context.token.reason ?? 'unset';
  const owner = reason === 'fork' ? 'reviewer' : 'workflow';
  return { owner, ...((isOpen(reason) ? openRemedy(context) : undefined) ?? remedyFor(reason, context)) };
}

/** What the machine itself shows: a path that leads nowhere, or a CI system with its own way. */
function openRemedy(context: MessageContext): Remedy | undefined {
  const {
    token,
    tokenPath,
    misnamed,
    ciContext: { ci },
  } = context;
  if (token.variable !== undefined) return setNamed(token.variable, context);
  if (misnamed !== undefined)
    return remedy(
      'rename-variable',
      text`Set ${MAIN} to the token as well, or rename ${join(misnamed.map((variable) => name(variable)))}: some tools read a name of their own, the Hub's libraries do not.`,
    );
  const elsewhere = ci?.system === 'github' ? undefined : ci;
  const cause = elsewhere && causeWords(elsewhere);
  if (tokenPath !== undefined && cause === undefined) {
    return remedy(
      'mount-token-file',
      text`Put the token into the file that ${TOKEN_PATH} names (mount the secret there, readable by this user), or set ${name('HF_TOKEN')}.`,
    );
  }
  if (elsewhere === undefined) return undefined;
  const { fix, docs } = CI_WORDS[elsewhere.system];
  return remedy(`secret-on-${elsewhere.system} ${elsewhere.cause ?? ''}`, cause?.fix ?? fix, {
    page: ciPage(docs),
    owner: cause?.owner,
  });
}

function remedyFor(reason: MissingReason, context: MessageContext): Remedy {
  const page = secretsPage(context, 'actions');
  switch (reason) {
    case 'fork':
      return remedy(
        'check-after-review',
        text`Nothing to fix. A maintainer checks it after review, where secrets exist: in the merge queue (${code('merge_group')}) or on a branch of this repository.`,
      );
    case 'dependabot':
      return remedy(
        'add-dependabot-secret',
        text`Add the secret under Secrets > Dependabot as well, or leave these checks skipped.`,
        { page: secretsPage(context, 'dependabot') },
      );
    case 'not-forwarded':
      return remedy(
        'forward-secret',
        text`Declare it in the called workflow: ${code('on: { workflow_call: { secrets: { HF_TOKEN: { required: true } } } }')}. Pass it where that one is called: ${code('secrets: { HF_TOKEN: "${{ secrets.HF_TOKEN }}" }')}.`,
        { page },
      );
    case 'empty':
      return page === undefined ? fillVariable(context) : fillSecret(page);
    case 'unset':
      return page === undefined ? setVariable(context) : passSecret(page);
  }
}

/** A variable of `token-for`, which the step itself has to have. */
function setNamed(variable: string, context: MessageContext): Remedy {
  const page = secretsPage(context, 'actions');
  const how =
    page === undefined
      ? text`Set ${name(variable)} to a token, or take its line out of ${code('token-for')}.`
      : text`Give the step the variable: ${code(`env: { ${variable}: "\${{ secrets.${variable} }}" }`)}, with the secret's own name; or take its line out of ${code('token-for')}.`;
  return remedy(`set-named ${variable}`, how, { page: page ?? tokensPage(context.endpoint) });
}

const fillVariable = ({ endpoint }: MessageContext): Remedy =>
  remedy('fill-variable', text`Put a token in the variable, or do not set the variable at all.`, {
    page: tokensPage(endpoint),
  });

const fillSecret = (page: Page): Remedy =>
  remedy(
    'fill-secret',
    text`Check that the secret exists under exactly the name in the workflow, and that a called workflow is passed it. If an expression blanks it on purpose for this event (${code("… && secrets.HF_TOKEN || ''")}), set ${code('on-missing-token: skip')} for that event. If no token is meant to be there, do not set the variable at all.`,
    { page },
  );

const setVariable = ({ endpoint }: MessageContext): Remedy =>
  remedy(
    'set-variable',
    text`Set ${name('HF_TOKEN')} to a token, log in with ${code('hf auth login')}, or pass it with ${code('--token-stdin')}.`,
    { page: tokensPage(endpoint) },
  );

const passSecret = (page: Page): Remedy =>
  remedy(
    'pass-secret',
    text`Pass it to the step: ${code('token: ${{ secrets.HF_TOKEN }}')}. If it is passed already, the secret may have another name, an expression may blank it for this event (then set ${code('on-missing-token: skip')} for it), a called workflow may lack its ${code('secrets:')} block, or the job may lack the ${code('environment:')} that holds it.`,
    { page },
  );

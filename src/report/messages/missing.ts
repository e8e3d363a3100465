/** Why no token is there, and how it gets there. None of it advises an event that runs a stranger's code with secrets. */
import type { MissingReason, Remedy } from '../../domain/report';
import { secretsPage, settingsPage } from './pages';
import type { MessageWithRemedy, MessageContext } from './context';
import { remedy } from './words';

const REASONS: Readonly<Record<MissingReason, string>> = {
  fork: 'No token: this run comes from a fork, and GitHub withholds secrets from it. Nothing is wrong with the token.',
  dependabot: 'No token: Dependabot started this run, and GitHub gives it the Dependabot secrets alone.',
  empty:
    'No token: a variable for it is set, but blank. A blank one breaks public downloads too, as newer Python clients refuse to send it.',
  'not-forwarded': 'No token: this job runs in a called workflow, and the caller did not hand it the secret.',
  unset: 'No token was given.',
};

/** Why no token is there, in one sentence. */
export function missingMessage(reason: MissingReason | undefined): string {
  return REASONS[reason ?? 'unset'];
}

/** How the token gets there. The text holds no name of an account, a token or an organization. */
export function missingRemedy(context: MessageContext): Remedy {
  const actions = secretsPage(context, 'actions');
  switch (context.token.reason ?? 'unset') {
    case 'fork':
      return remedy(
        'Nothing to repair. A maintainer checks it after review, where secrets exist: in the merge queue (`merge_group`) or on a branch of this repository.',
      );
    case 'dependabot':
      return remedy(
        'Add the secret under Secrets > Dependabot as well, or leave these checks skipped.',
        secretsPage(context, 'dependabot'),
      );
    case 'not-forwarded':
      return remedy(
        'Declare it in the called workflow: `on: { workflow_call: { secrets: { HF_TOKEN: { required: true } } } }`. Pass it where that one is called: `secrets: { HF_TOKEN: "${{ secrets.HF_TOKEN }}" }`.',
        actions,
      );
    case 'empty':
      return remedy(
        actions === undefined
          ? 'Put a token in the variable, or do not set it at all.'
          : 'Check that the secret exists under exactly the name in the workflow, and that a called workflow is handed it. Where no token is meant to be, do not set the variable at all.',
        actions ?? settingsPage(context.endpoint, 'tokens'),
      );
    case 'unset':
      return unsetRemedy(context, actions);
  }
}

function unsetRemedy(context: MessageContext, actions: string | undefined): Remedy {
  if (actions === undefined) {
    return remedy(
      'Set HF_TOKEN to a token, log in with `hf auth login`, or give it by `--token-stdin`.',
      settingsPage(context.endpoint, 'tokens'),
    );
  }
  return remedy(
    'Pass it to the step: `token: ${{ secrets.HF_TOKEN }}`. Where it is passed already: the secret may have another name, a called workflow may lack its `secrets:` block, or the job the `environment:` that holds it.',
    actions,
  );
}

/** A token is missing: the reason and the way to get it there. */
export function explainMissing(context: MessageContext): MessageWithRemedy {
  return { message: missingMessage(context.token.reason), remedy: missingRemedy(context) };
}

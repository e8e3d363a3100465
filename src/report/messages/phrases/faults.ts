/** What no retry can fix: somebody has to correct the endpoint, the runner or what is in between. */
import { DEFAULT_ENDPOINT, pathOf } from '../../../domain/inputs/endpoint';
import { LIMIT_INPUTS } from '../../../domain/inputs/limits';
import type { Remedy } from '../../../domain/report/remedy';
import type { Fault } from '../../../domain/hub/reply';
import { code, name, plainText, text, words, type Text } from '../../../domain/text/parts';
import type { MessageContext } from './context';
import { askOperator } from './endpoint';
import { isHubAsked, statusPage } from './pages';
import { option, remedy } from './words';

const CERTIFICATES = name('NODE_EXTRA_CA_CERTS');
const owner = 'workflow' as const;

/** Something answered that is not the Hub as it is known here. */
export const CHECK_ENDPOINT = remedy(
  'check-endpoint',
  text`Check that the endpoint is a Hub and that no proxy or login page answers in its place; then re-run.`,
);

/** What to do about a request that brought no answer, by what failed. */
export const FAULT_REMEDIES: Readonly<Record<Fault, (run: MessageContext) => Remedy>> = {
  name: (run) =>
    remedy(
      'check-host-name',
      text`Check the host name of the endpoint, and that this runner can look it up.${pastProxy(run)}`,
      { owner },
    ),
  refused: (run) =>
    remedy(
      'check-port',
      text`Check the host and port of the endpoint, and that no firewall keeps this runner out.${pastProxy(run)}`,
      { owner },
    ),
  certificate: () =>
    remedy(
      'trust-certificate',
      text`Name the certificate authority of the endpoint, or of the proxy in front of it, in ${CERTIFICATES} (if ${name('REQUESTS_CA_BUNDLE')} or ${name('SSL_CERT_FILE')} is set here, the same file); if the certificate itself is wrong, have it replaced.`,
      { owner },
    ),
  proxy: ({ proxy, endpoint }) => {
    const where = proxy === undefined ? text`the environment` : name(proxy.variable);
    return remedy(
      'check-proxy',
      text`Check the proxy that ${where} names; if it is the right one, ask whoever runs it to let this runner reach ${name(endpoint)} (a login that it asks for goes into its address). Or except the endpoint from it (${name('NO_PROXY')}).`,
      { owner },
    );
  },
  deadline: ({ edge }) =>
    remedy(
      'raise-deadline',
      text`Give the run more time (${option(edge, 'deadline')}, at most ${LIMIT_INPUTS.deadline.type.most} seconds) or a shorter list. If nothing at all was answered, look at the runner's network first.`,
      { owner },
    ),
  interrupted: () => remedy('let-it-finish', text`Re-run, and let it finish.`, { owner }),
  timeout: (run) => (isHubAsked(run) ? reRun(run) : waitLonger(run)),
  'shared-store': () =>
    askOperator(
      text`Ask whoever runs this endpoint, or the cache in front of it, not to store answers to requests with a login. In nginx: ${code('proxy_no_cache $http_authorization;')} and ${code('proxy_cache_bypass $http_authorization;')}. Until then any answer can be somebody else's, and another token changes nothing.`,
    ),
  'lost-path': ({ endpoint }) =>
    askOperator(
      text`Ask whoever runs this endpoint to put its path before the addresses in redirects (the header ${code('Location')}). In nginx: ${code(`proxy_redirect / ${pathOf(endpoint)}/;`)}. Until then clients lose the files that it redirects to, whatever the token.`,
    ),
  'sent-to-hub': (run) => nameInstead(run, text`the Hub (${code(DEFAULT_ENDPOINT)}), or a mirror that answers itself`),
  'sent-to-https': (run) => nameInstead(run, text`its address with https`),
  payment: () =>
    remedy(
      'look-at-plan',
      text`Look whether the account, or the organization that this belongs to, has the plan and the credit that it needs. If it has, ask whoever runs this endpoint.`,
    ),
  'web-filter': ({ endpoint }) =>
    remedy(
      'allow-endpoint',
      text`No token changes that. Ask whoever runs the network of this runner to let it reach ${name(endpoint)}, or run the job elsewhere.`,
      { owner },
    ),
  firewall: letThrough,
  'sign-in': () =>
    askOperator(
      text`No token changes that. Ask whoever runs this endpoint, or the network of this runner, to let programs in without that page: a job cannot sign in on it.`,
    ),
  login: (run) =>
    isHubAsked(run)
      ? CHECK_ENDPOINT
      : remedy(
          'token-of-endpoint',
          text`Give the job a token of this endpoint's own, and a new one if it has expired; whoever runs the endpoint can say where it is made. A token of the Hub counts there only if the endpoint passes it on. If only some repos are refused, check their names too, capitals included.`,
          { owner: 'token' },
        ),
};

/** Another address is to be asked, by this run and by the job's clients, of which some follow a redirect and some do not. */
function nameInstead({ edge }: MessageContext, what: Text): Remedy {
  return remedy(
    `name-instead ${plainText(what)}`,
    text`In ${option(edge, 'endpoint')} and in ${name('HF_ENDPOINT')}, name ${what}.`,
    { owner },
  );
}

/** What stands in front of the Hub itself is the Hub's own. */
function letThrough(run: MessageContext): Remedy {
  if (isHubAsked(run)) return reRun(run);
  return askOperator(
    text`No token changes that. Ask whoever runs this endpoint, or what stands in front of it, to let this runner through; such rules go by its address or by the kind of client.`,
  );
}

/** Of faults that pass by themselves; the status page is named for the Hub only. */
export function reRun(run: MessageContext): Remedy {
  const page = statusPage(run);
  const first = page === undefined ? [] : text`at the status page, then `;
  return remedy(
    're-run',
    text`Re-run. If it lasts, look ${first}at the runner's network, its proxy and its certificates (${CERTIFICATES}).${pastProxy(run)}`,
    { page, owner },
  );
}

/** Why a proxy that is named was not used, and what to do if the runner needs it. */
function pastProxy({ proxy: { variable, past } = { variable: '' } }: MessageContext): Text {
  switch (past?.why) {
    case 'excepted':
      return text` ${name(past.by)} excepts the endpoint from the proxy that ${name(variable)} names: if this runner needs the proxy, take that entry out.`;
    case 'hidden':
      return text` The empty ${name(past.by)} switches off ${name(variable)}: unset it if this runner needs the proxy.`;
    case 'plain-http':
      return text` ${name(variable)} counts for plain HTTP only: if this runner needs a proxy, name it in ${name('HTTPS_PROXY')} as well.`;
    case undefined:
      return [];
  }
}

/** What vendors tell clients to wait for the first answer about a repo. */
interface Patience {
  /** Of an endpoint whose address has the form of this vendor's. */
  readonly address: RegExp;
  readonly vendor: string;
  readonly seconds: number;
}

/** By the address, as nothing else is known of an endpoint that has not answered. */
const PATIENCE: readonly Patience[] = [
  // JFrog's documentation of Hugging Face repositories: HF_HUB_ETAG_TIMEOUT and HF_HUB_DOWNLOAD_TIMEOUT.
  { address: /\/api\/huggingfaceml(?:\/|$)/, vendor: 'JFrog (Artifactory)', seconds: 86_400 },
  // Harness's documentation of Hugging Face registries: the same two.
  { address: /^https:\/\/pkg\.[^/]*harness\.io(?:\/|$)|\/pkg\//, vendor: 'Harness', seconds: 86_400 },
  // kkRepo's documentation. Nexus has the same form of address; its vendor names no value.
  { address: /\/repository\//, vendor: 'kkRepo', seconds: 1_800 },
];

function waitLonger(run: MessageContext): Remedy {
  const { endpoint, edge } = run;
  const most = option(edge, 'timeout', String(LIMIT_INPUTS.timeout.type.most));
  const known = PATIENCE.find(({ address }) => address.test(endpoint));
  return remedy(
    `raise-timeout ${known?.vendor ?? ''}`,
    text`Raise ${option(edge, 'timeout')} (at most ${most}, with a ${option(edge, 'deadline')} of several times as much): a mirror first fetches what it does not have yet, which can take minutes.${advice(known)} Or load the repo once through it, then re-run.${pastProxy(run)}`,
    { owner },
  );
}

function advice(known: Patience | undefined): Text {
  if (known === undefined) return [];
  return text` ${words(known.vendor)} advises clients to wait up to ${known.seconds} s (${code(`HF_HUB_ETAG_TIMEOUT=${String(known.seconds)}`)}).`;
}

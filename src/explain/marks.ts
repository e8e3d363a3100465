/** Whose line it is: the Hub's (or of an endpoint that speaks its API), that of another service, or nobody's. */
import { isHubHost } from '../domain/inputs/hub-hosts';

/** Whose request a line is about: one to the Hub, or one to another service. */
export type Mark = 'hub' | 'foreign';

/** Addresses in a line: host and path. */
const ADDRESS =
  /\b(?:https?|hf|ssh|git|postgres\w*|redis|mysql|mongodb|amqp):\/\/(?:[^\s/'"@]*@)?([A-Za-z0-9.-]+)(?::\d+)?(\/[^\s'"<>)]*)?/g;
/** Hosts without a scheme, where tools write them. */
const HOST =
  /(?:\bhost(?:name)?[=:] ?\\?'?|lookup |EAI_AGAIN |ENOTFOUND |resolve (?:host:? )?\\?'?|connect to |\bgit@)((?:[\w-]+\.)+[a-z]{2,})\b/g;

/** Routes of the Hub's API, at whichever host. */
const HUB_ROUTE = /\/resolve\/[^/]+\/|\/api\/(?:models|datasets|spaces|whoami-v2)\b|\/info\/lfs\b.*huggingface/;
/** The host that Starlette's client for tests asks. */
const TESTED = 'testserver';
/** Pages that explain a status or a tool: they say nothing of who answered. */
const EXPLAINING =
  /^(?:developer\.mozilla\.org|httpstatuses\.com|docs\..*|.*\.readthedocs\.io|.*readthedocs\.org|aka\.ms|peps\.python\.org)$/i;

/** Words of the Hub's clients, where they run and not where they are installed. */
const HUB_WORDS = new RegExp(
  [
    String.raw`\bhuggingface\.co\b|\bhf\.co\/`,
    String.raw`\bhuggingface_hub\.\w|[\\/]huggingface_hub[\\/]\S+\.py`,
    String.raw`[\\/](?:transformers|datasets|diffusers|sentence_transformers|gradio_client)[\\/][\w\\/]+\.py`,
    String.raw`\b(?:hf_hub_download|snapshot_download|push_to_hub|from_pretrained|HfHubHTTPError|HfApi|Hugging[Ff]ace(?:Exception|Error|Endpoint|Hub))\b`,
    String.raw`\b(?:hf|huggingface-cli) (?:download|upload|auth|repos?|buckets|jobs|sync|login|whoami)\b`,
    String.raw`@huggingface[\\/](?:hub|transformers)\b|\bHub(?:Api|Client)Error\b|\bHFError\b|\bHF_TOKEN environment\b|\bhf auth login\b`,
    String.raw`\bhf_[A-Za-z*]{3,}`,
    String.raw`\bCouldn't (?:reach|connect to) (?:'[^']*' on )?the (?:Hugging Face )?Hub\b|\bCould not reach the Hub \(|\bLocal entry not found\. |\bkernel '[^']*' from the Hub\b|\bHub fetch failed\b|\bCannot resolve revision '`,
    String.raw`\b(?:[Ff]ail\w*|[Ee]rror|[Cc]ould not|[Cc]annot|[Uu]nable)\b.{0,80}\bHugging ?Face\b`,
    // Where the program has a part of its own for it.
    String.raw`^(?:at|File|from|in) .*\b[Hh](?:ugging_?[Ff]ace|f_?[Hh]ub)`,
    // llama.cpp.
    String.raw`\bget_repo_(?:commit|files): |\bllama-\w+ .*-hfr? [\w.-]+\/`,
  ].join('|'),
);

/** Words of other services and of other programs' errors. */
const FOREIGN_WORDS = new RegExp(
  [
    String.raw`\bnpm (?:ERR!|error|warn)|\b(?:yarn|pnpm|twine|poetry|cargo|mvn|gradle|brew|conda|apt-get|nuget)\b|\bpip\b.*(?:index|install)|\b(?:pypi|PyPI|Maven|NuGet|Gemfile)\b`,
    String.raw`^WARNING: Retrying|\bpip\._vendor|\/simple\/|\bCould not read from remote repository|^(?:Expected|Received): `,
    String.raw`\bdocker\b|\bError response from daemon\b|\bpodman\b|\bghcr\.io\b|\bquay\.io\b|\bECR\b|\b(?:kubectl|helm|terraform|ansible)\b`,
    String.raw`\bgithub\.com\b|\bGitHub\b|\bGH0\d\d\b|^gh: |\bHTTP Error 403: rate limit exceeded|\b(?:gitlab|GitLab|bitbucket)\b|\bResource not accessible\b`,
    String.raw`\b(?:aws|gcloud|gsutil|azure|Azure|S3|AccessDenied|amazonaws|googleapis|Kaggle|kaggle|wandb|OpenAI|openai|anthropic)\b|\b(?:[Ss]entry|[Vv]ercel|[Ss]lack\w*|[Ss]onar\w*|[Cc]odecov|[Ss]nyk|[Nn]exus)\b|\bW&B\b|\bnltk|\bmlflow\b`,
    String.raw`\blocalhost\b|\b127\.0\.0\.1:(?!443\b)\d|\b(?:psql|postgres|mysql|redis|mongo|rabbitmq|kafka|elastic)\w*|\bport (?!443\b)\d+`,
    String.raw`\b\d{1,3}(?:\.\d{1,3}){3}:(?!443\b)\d`,
    String.raw`\bAssertionError\b|\bFAILED\b|\bPASSED\b|^E  |\bassert |\bexpect\(|::test_|\bdef test_|\btests?\/`,
    String.raw`^E: Failed|^(?:Err|Get|Hit|Ign):\d|\b(?:LDAP|SMTP|OIDC|Keycloak)\b|^ssh: |\bPermission denied \(publickey`,
  ].join('|'),
);

/** An error of a library that neither is a client of the Hub's nor carries its requests. */
const FOREIGN_ERROR =
  /^(?!(?:huggingface_hub|transformers|datasets|diffusers|sentence_transformers|gradio_client|pyannote|polars|duckdb|requests|urllib3?|http|httpx\d?|httpcore\d?|aiohttp|fsspec|ssl|socket|json|simplejson|asyncio|concurrent|vllm|text_generation_server)\.)[a-z_]\w*(?:\.\w+)*\.[A-Z]\w*(?:(?:Error|Exception|Fault)\b|: )/;

/** git's own words for an address that it could not read. */
const TOKEN_IN_ADDRESS = /:\/\/[^\s:/@]*:hf_/;

/** Installing a client of the Hub is no talking to the Hub. */
const INSTALLING =
  /^\s*(?:Collecting|Downloading [\w.-]+\.(?:whl|tar)|Using cached|Requirement already|Successfully installed|Installing|Preparing|Building wheel|\+ [\w.-]+==|(?:Run )?(?:pip|uv pip|npm|poetry|conda|uv) (?:install|ci|add|sync)\b|Resolved \d+ packages|Looking in index)/;

/** What ended well is not what failed. */
const DONE =
  /\b(?:[Pp]ushed|[Uu]ploaded|[Pp]ublished|[Ss]aved|[Dd]eployed)\b.{0,80}https?:\/\/|"HTTP\/[\d.]+ (?:2\d\d|30[1-8]) |\[DONE\]/;

/** Whose line it is; `near` takes the place of the Hub's words. */
export function markOf(line: string, near = HUB_WORDS): Mark | undefined {
  if (INSTALLING.test(line) || DONE.test(line)) return undefined;
  if (near !== HUB_WORDS) return near.test(line) ? 'hub' : undefined;
  if (TOKEN_IN_ADDRESS.test(line)) return 'hub';
  const hosts = [...line.matchAll(ADDRESS)]
    .map(([address, host = '', path = '']) => ({ host, path, isHf: address.startsWith('hf:') }))
    .concat([...line.matchAll(HOST)].map(([, host = '']) => ({ host, path: '', isHf: false })))
    .filter(({ host }) => !EXPLAINING.test(host) && host !== 'http');
  if (hosts.length === 0 && HUB_WORDS.test(line)) return 'hub';
  if (hosts.length === 0) return FOREIGN_WORDS.test(line) || FOREIGN_ERROR.test(line) ? 'foreign' : undefined;
  return hosts.some(({ host, path, isHf }) => isHf || ofHub(host) || (HUB_ROUTE.test(path) && host !== TESTED))
    ? 'hub'
    : 'foreign';
}

function ofHub(host: string): boolean {
  return isHubHost(host) || /\.(?:huggingface\.co|huggingface\.cloud|hf\.co|hf\.space)$/i.test(host);
}

/**
 * Keys of other services, by the form that their owners document or that secret scanners know: one row a form. They are what
 * people paste into a list by mistake; such an item would be a valid id, asked about in an address and shown. Each form
 * has its own prefix and length or alphabet, so that no name of a repo has it.
 */

interface Row {
  /** To follow "a key of". */
  readonly service: string;
  readonly form: RegExp;
  /** Where the form is told. `gitleaks` is its config/gitleaks.toml (July 2026), `trufflehog` its detectors (August 2026). */
  readonly source: string;
}

/** Small and large letters, as what was drawn by lot has. Like all else here it looks no further than it has to, whatever a text repeats. */
const MIXED = '(?=[\\w.-]{0,60}[a-z])(?=[\\w.-]{0,60}[A-Z])';
const form = (text: string): RegExp => new RegExp(text);

/** No row matches what another one does, but for the general ones at the end. */
export const SERVICE_KEYS: readonly Row[] = [
  {
    service: 'GitHub',
    form: form(
      `gh[pousr]_(?:(?=[a-z0-9]{0,60}[A-Z])[A-Za-z0-9]{36,255}|\\w{0,20}eyJ[\\w-]{10,}(?:\\.[\\w-]+){0,2})|github_pat_${MIXED}\\w{70,}`,
    ),
    source: 'GitHub, "About authentication to GitHub", and its changelog of 2026-04-24 (ghs_APPID_JWT)',
  },
  {
    service: 'GitLab',
    form: form(
      `gl(?:pat|dt|rt|cbt|ft|imt|agent|soat|ffct|oas)-(?:[\\w-]{1,5}_)?${MIXED}[\\w-]{20,300}(?:\\.[\\w.]{9,20})?|glptt-[0-9a-f]{40}`,
    ),
    source: 'GitLab, "Token overview", token prefixes; lengths: gitleaks',
  },
  { service: 'npm', form: form(`npm_${MIXED}[A-Za-z0-9]{36}`), source: 'GitHub blog, 2021-09-23; gitleaks' },
  {
    service: 'PyPI',
    form: /pypi-Ag(?:EIcHlwaS5vcmc|ENdGVzdC5weXBpLm9yZ)[\w-]{50,}/,
    source: 'PyPI help, "API tokens"; gitleaks',
  },
  {
    service: 'AWS',
    form: /(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}/,
    source: 'AWS, "IAM identifiers", unique ID prefixes; gitleaks',
  },
  {
    service: 'OpenAI',
    form: form(`sk-[\\w-]{20,100}T3BlbkFJ[\\w-]{20,100}|sk-${MIXED}(?=[A-Za-z]{0,47}\\d)[A-Za-z0-9]{48}`),
    source: 'trufflehog, gitleaks; the second is the first form of 2020, without its mark',
  },
  {
    service: 'Anthropic',
    form: form(`sk-ant-[a-z]{3,5}\\d{2}-${MIXED}[\\w-]{80,}`),
    source: 'trufflehog, gitleaks (api03, admin01)',
  },
  { service: 'OpenRouter', form: /sk-or-v1-[0-9a-f]{64}/, source: 'trufflehog' },
  {
    service: 'DeepSeek or a service like it',
    form: /sk-(?=(?:[a-z]{0,28}\d){4})[a-z0-9]{32}/,
    source: 'trufflehog (deepseek)',
  },
  {
    service: 'Langfuse',
    form: /[sp]k-lf-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/,
    source: 'trufflehog',
  },
  { service: 'LangSmith', form: /lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{10}/, source: 'trufflehog' },
  { service: 'Groq', form: /gsk_[A-Za-z0-9]{52}/, source: 'trufflehog' },
  { service: 'xAI', form: /xai-\w{80}/, source: 'trufflehog' },
  { service: 'NVIDIA', form: form(`nvapi-${MIXED}[\\w-]{64}`), source: 'trufflehog' },
  { service: 'Perplexity', form: /pplx-[A-Za-z0-9]{48}/, source: 'gitleaks' },
  { service: 'Pinecone', form: /pcsk_[A-Za-z0-9]{5,6}_[A-Za-z0-9]{63}/, source: 'trufflehog' },
  { service: 'Replicate', form: form(`r8_${MIXED}[\\w-]{37}`), source: 'trufflehog' },
  { service: 'ElevenLabs', form: /sk_[0-9a-f]{48}/, source: 'trufflehog' },
  {
    service: 'Google',
    form: form(`AIza${MIXED}[\\w-]{35}|GOCSPX-${MIXED}[\\w-]{28}|ya29\\.${MIXED}[\\w-]{20,}`),
    source: 'gitleaks (gcp-api-key), trufflehog (googleoauth2)',
  },
  {
    service: 'Azure',
    form: /[A-Za-z0-9_~.]{3}\dQ~[A-Za-z0-9_~.-]{31,34}/,
    source: 'gitleaks (azure-ad-client-secret)',
  },
  {
    service: 'Slack',
    form: /xox[abeoprs]-(?:\d+-){1,3}[A-Za-z0-9-]{6,}|xapp-\d-[A-Z0-9]+-\d+-[a-z0-9]{20,}|xoxe\.xox[bp]-\d-[A-Z0-9]{100,}/,
    source: 'Slack, "Tokens"; lengths: gitleaks',
  },
  {
    service: 'Stripe',
    form: /[sr]k_(?:test|live|prod)_(?=[A-Za-z]{0,60}\d)[A-Za-z0-9]{20,250}/,
    source: 'Stripe, "API keys"; gitleaks',
  },
  { service: 'Databricks', form: /dapi[0-9a-f]{32}(?:-\d)?/, source: 'gitleaks' },
  { service: 'Docker', form: form(`dckr_[po]at_${MIXED}[\\w-]{27,32}`), source: 'trufflehog (dockerhub)' },
  { service: 'DigitalOcean', form: /do[opr]_v1_[0-9a-f]{64}/, source: 'gitleaks' },
  { service: 'SendGrid', form: form(`SG\\.${MIXED}[\\w-]{22}\\.[\\w-]{43}`), source: 'gitleaks' },
  { service: 'Twilio', form: /SK[0-9a-f]{32}/, source: 'gitleaks' },
  { service: 'Telegram', form: /\d{8,10}:A[A-Za-z0-9_-]{34}/, source: 'trufflehog' },
  {
    service: 'Artifactory',
    form: /AKCp[A-Za-z0-9]{69}|cmVmd[A-Za-z0-9]{59}/,
    source: 'gitleaks (API key, reference token)',
  },
  { service: 'Vault', form: /hv[bs]\.[\w-]{90,}/, source: 'gitleaks' },
  { service: 'HCP Terraform', form: /[A-Za-z0-9]{14}\.atlasv1\.[\w-]{60,}/, source: 'gitleaks' },
  { service: 'Grafana', form: /glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}|glc_[A-Za-z0-9+/]{60,}/, source: 'gitleaks' },
  { service: 'Sentry', form: /sntry[su]_[A-Za-z0-9+/=_]{60,}/, source: 'gitleaks' },
  { service: 'Notion', form: /ntn_\d{11}[A-Za-z0-9]{35}/, source: 'gitleaks' },
  { service: 'Linear', form: /lin_api_[A-Za-z0-9]{40}/, source: 'gitleaks' },
  { service: 'Postman', form: /PMAK-[0-9a-f]{24}-[0-9a-f]{34}/, source: 'gitleaks' },
  { service: 'Pulumi', form: /pul-[0-9a-f]{40}/, source: 'gitleaks' },
  { service: 'RubyGems', form: /rubygems_[0-9a-f]{48}/, source: 'gitleaks' },
  { service: 'Shopify', form: /shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}/, source: 'gitleaks' },
  { service: 'age', form: /AGE-SECRET-KEY-1[0-9A-Z]{58}/, source: 'gitleaks' },
  {
    service: 'whoever issued this JSON Web Token',
    form: /eyJ[\w-]{10,4000}\.eyJ[\w-]{10,8000}\.[\w-]{10,}/,
    source: 'RFC 7519, section 3: two objects in base64url and a signature',
  },
];

/** Nothing before and behind a key belongs to it; what is glued to one by a word's own letters is a longer word. */
const ALL = `(?<![A-Za-z0-9])(?:${SERVICE_KEYS.map(({ form: { source } }) => source).join('|')})(?![A-Za-z0-9])`;
const ANY = new RegExp(ALL);
const EACH = new RegExp(ALL, 'g');

/** The service whose key is somewhere in a text; `undefined` where there is none. */
export function serviceOfKeyIn(text: string): string | undefined {
  const found = ANY.exec(text)?.[0];
  if (found === undefined) return undefined;
  return SERVICE_KEYS.find(({ form: one }) => one.test(found))?.service;
}

/** A text without the keys in it. */
export function withoutServiceKeys(text: string, instead: string): string {
  // Mostly there is none, and to make a pattern of this size ready takes longer than all that it is put to.
  return ANY.test(text) ? text.replace(EACH, instead) : text;
}

/** Forms of tokens that registries which speak the Hub's API give out: nobody else's there. */
const OF_REGISTRIES: readonly string[] = ['Artifactory', 'whoever issued this JSON Web Token'];
const WHOLE = new RegExp(
  `^(?:${SERVICE_KEYS.filter(({ service }) => !OF_REGISTRIES.includes(service))
    .map(({ form: { source } }) => source)
    .join('|')})$`,
);

/** Whether a value is a key of another service and nothing else. */
export function isServiceKey(value: string): boolean {
  return WHOLE.test(value);
}

/** Made-up keys of other services, put together here so that no scanner takes a file of ours for a leak. */

const ALPHABETS = {
  hex: '0123456789abcdef',
  lower: 'q7w1e5r9t3y8u2',
  upper: 'QZWXECRVTBYN2345',
  mixed: 'aZ3kQ9xW5mT1vR7cY',
} as const;

/** So many characters of an alphabet, in no order that a word has. */
function drawn(alphabet: keyof typeof ALPHABETS, length: number): string {
  const letters = ALPHABETS[alphabet];
  return Array.from({ length }, (_, index) => letters[(index * 7 + 3) % letters.length]).join('');
}

const hex = (length: number) => drawn('hex', length);
const mixed = (length: number) => drawn('mixed', length);
const jwt = () => ['eyJ' + mixed(20), 'eyJ' + mixed(40), mixed(43)].join('.');

/** A service, by its name in the table, and a key of it; every form of a row has one. */
export function keysOfServices(): (readonly [service: string, key: string])[] {
  return [
    ['GitHub', `ghp_${mixed(36)}`],
    ['GitHub', `gho_${mixed(36)}`],
    ['GitHub', `ghs_123456_${jwt()}`],
    ['GitHub', `github_pat_${mixed(22)}_${mixed(59)}`],
    ['GitLab', `glpat-${mixed(20)}`],
    ['GitLab', `glpat-${mixed(30)}.01.${drawn('lower', 9)}`],
    ['GitLab', `glrt-t1_${mixed(20)}`],
    ['GitLab', `glcbt-64_${mixed(20)}`],
    ['GitLab', `gldt-${mixed(20)}`],
    ['GitLab', `glptt-${hex(40)}`],
    ['npm', `npm_${mixed(36)}`],
    ['PyPI', `pypi-AgEIcHlwaS5vcmc${mixed(60)}`],
    ['PyPI', `pypi-AgENdGVzdC5weXBpLm9yZ${mixed(60)}`],
    ['AWS', `AKIA${drawn('upper', 16)}`],
    ['AWS', `ASIA${drawn('upper', 16)}`],
    ['OpenAI', `sk-${mixed(20)}T3BlbkFJ${mixed(20)}`],
    ['OpenAI', `sk-proj-${mixed(74)}T3BlbkFJ${mixed(74)}`],
    ['OpenAI', `sk-svcacct-${mixed(58)}T3BlbkFJ${mixed(58)}`],
    ['OpenAI', `sk-${mixed(48)}`],
    ['Anthropic', `sk-ant-api03-${mixed(93)}AA`],
    ['OpenRouter', `sk-or-v1-${hex(64)}`],
    ['DeepSeek or a service like it', `sk-${hex(32)}`],
    ['Langfuse', `sk-lf-${hex(8)}-${hex(4)}-${hex(4)}-${hex(4)}-${hex(12)}`],
    ['LangSmith', `lsv2_pt_${hex(32)}_${hex(10)}`],
    ['Groq', `gsk_${mixed(52)}`],
    ['xAI', `xai-${mixed(80)}`],
    ['NVIDIA', `nvapi-${mixed(64)}`],
    ['Perplexity', `pplx-${mixed(48)}`],
    ['Pinecone', `pcsk_${mixed(5)}_${mixed(63)}`],
    ['Replicate', `r8_${mixed(37)}`],
    ['ElevenLabs', `sk_${hex(48)}`],
    ['Google', `AIza${mixed(35)}`],
    ['Google', `GOCSPX-${mixed(28)}`],
    ['Google', `ya29.${mixed(60)}`],
    ['Azure', `aB38Q~${mixed(33)}`],
    ['Slack', `xoxb-${'12345'.repeat(2)}-${'67890'.repeat(2)}-${mixed(24)}`],
    ['Slack', `xoxp-${'12345'.repeat(2)}-${'67890'.repeat(2)}-${'13579'.repeat(2)}-${hex(32)}`],
    ['Slack', `xapp-1-A${drawn('upper', 10)}-${'12345'.repeat(2)}-${hex(64)}`],
    ['Slack', `xoxe.xoxp-1-${drawn('upper', 163)}`],
    ['Stripe', `sk_live_${mixed(24)}`],
    ['Stripe', `rk_test_${mixed(24)}`],
    ['Databricks', `dapi${hex(32)}-2`],
    ['Docker', `dckr_pat_${mixed(27)}`],
    ['DigitalOcean', `dop_v1_${hex(64)}`],
    ['SendGrid', `SG.${mixed(22)}.${mixed(43)}`],
    ['Twilio', `SK${hex(32)}`],
    ['Telegram', `${'12345'.repeat(2)}:A${mixed(34)}`],
    ['Artifactory', `AKCp${mixed(69)}`],
    ['Artifactory', `cmVmd${mixed(59)}`],
    ['Vault', `hvs.${mixed(92)}`],
    ['HCP Terraform', `${mixed(14)}.atlasv1.${mixed(67)}`],
    ['Grafana', `glsa_${mixed(32)}_${hex(8)}`],
    ['Grafana', `glc_${mixed(80)}`],
    ['Sentry', `sntryu_${hex(64)}`],
    ['Notion', `ntn_12345678901${mixed(35)}`],
    ['Linear', `lin_api_${mixed(40)}`],
    ['Postman', `PMAK-${hex(24)}-${hex(34)}`],
    ['Pulumi', `pul-${hex(40)}`],
    ['RubyGems', `rubygems_${hex(48)}`],
    ['Shopify', `shpat_${hex(32)}`],
    ['age', `AGE-SECRET-KEY-1${drawn('upper', 58)}`],
    ['whoever issued this JSON Web Token', jwt()],
  ];
}

/** Host names of Hugging Face: which are the Hub, and which are something else. */

/** Hosts that are the Hugging Face Hub itself. */
const HUB_HOSTS: readonly string[] = ['huggingface.co', 'www.huggingface.co', 'hf.co'];

/** Whether a host name is the Hub's own. */
export function isHubHost(hostname: string): boolean {
  return HUB_HOSTS.includes(hostname.toLowerCase());
}

/**
 * What people take for the Hub's address, as Inference Endpoints are called so as well, and what answers none of its questions: inference,
 * storage and the dataset viewer (Hub documentation, "Hosts" and "Inference Endpoints"; `/.well-known/meta.json`).
 */
const OTHER_SERVICES: readonly RegExp[] = [
  /^(?:router|api-inference|datasets-server|endpoints|cdn-lfs[\w-]*)\.huggingface\.co$/,
  /(?:^|\.)endpoints\.huggingface\.cloud$/,
  /^(?:s3|cdn-lfs[\w-]*)\.hf\.co$|\.cdn\.hf\.co$|\.xethub(?:-eu)?\.hf\.co$/,
];

/** Whether a host name is that of another service of Hugging Face. */
export function isOtherService(hostname: string): boolean {
  return OTHER_SERVICES.some((pattern) => pattern.test(hostname));
}

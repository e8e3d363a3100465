/** What clients print of a request that they send again: huggingface_hub (`utils/_http.py`), urllib3, tenacity, hf_transfer, reqwest-retry. */

const AGAIN =
  /\bthrown while requesting\b|\bRetrying \(Retry\(|\b[Rr]etrying in [\d.]+ ?m?s|\bRetry \d+\/\d+\b|\b[Dd]ownload error on attempt \d+\/\d+/;

/** The line is a warning: whatever it tells is tried again, and a last failure is told in other words. */
export function isRetry(line: string): boolean {
  return AGAIN.test(line);
}

/** JSON Web Tokens (RFC 7519), of which nothing is verified here: what they claim is a hint and no more. */
import { asObject, parseJson, type Fields } from './json';

/** The claims in a JWT's payload, unverified; `undefined` where it is no JSON object. */
export function decodePayload(payload: string): Fields | undefined {
  try {
    const text = atob(payload.replace(/-/g, '+').replace(/_/g, '/'));
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    return asObject(parseJson(new TextDecoder().decode(bytes)));
  } catch {
    // It is no base64.
    return undefined;
  }
}

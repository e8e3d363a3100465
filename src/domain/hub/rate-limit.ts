/** How much the Hub lets one caller ask. */

/** A window of the Hub's rate limit, from its `RateLimit` and `RateLimit-Policy` headers (Hub docs, "Rate limits"). */
export interface RateLimit {
  /** `api`, `resolvers` or `pages`. */
  readonly bucket: string;
  readonly remaining: number;
  readonly limit: number;
  readonly resetSeconds: number;
}

/** What the Hub's form for a Trusted Publisher asks for (Hub documentation, `trusted-publishers.md`). */
export interface PublisherSettings {
  readonly repository: string;
  /** The name of the workflow's file. */
  readonly workflow: string;
  readonly branch: string;
}

/** Questions whose answers are no verdicts: what a repo is, and what is in its small files. Each is asked once. */
import type { Hub } from '../domain/hub/ports';
import { probeKey, type Probe, type ProbeResult } from '../domain/hub/probe';
import type { RepoRef } from '../domain/hub/repo';

/** Asks with the token if there is one that the endpoint takes, else as nobody. */
export class Asker {
  readonly #hub: Pick<Hub, 'probe'>;
  readonly #asked = new Map<string, Promise<ProbeResult>>();
  readonly #as: Probe['as'];

  constructor(hub: Pick<Hub, 'probe'>, hasToken: boolean) {
    this.#hub = hub;
    this.#as = hasToken ? 'token' : 'nobody';
  }

  about(repo: RepoRef): Promise<ProbeResult> {
    return this.#ask({ kind: 'about', repo, as: this.#as });
  }

  content(repo: RepoRef, file: string): Promise<ProbeResult> {
    return this.#ask({ kind: 'content', repo, file, as: this.#as });
  }

  #ask(probe: Probe): Promise<ProbeResult> {
    const key = probeKey(probe);
    const asked = this.#asked.get(key) ?? this.#send(probe);
    this.#asked.set(key, asked);
    return asked;
  }

  async #send(probe: Probe): Promise<ProbeResult> {
    const { result } = await this.#hub.probe(probe);
    // A bad token is refused on public repos too, and nothing of theirs is hidden from nobody.
    const isRefused = result.kind === 'unauthenticated' || result.kind === 'expired';
    return isRefused && probe.as === 'token' ? (await this.#hub.probe({ ...probe, as: 'nobody' })).result : result;
  }
}

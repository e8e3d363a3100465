/** The last look at a report, text by text, before any of it is put together for a medium. */
import type { NetworkLook } from '../hub/network';
import { present } from '../basics/present';
import type { RecordedReply } from '../hub/reply';
import type { Remedy } from './remedy';
import { spell } from '../hub/repo';
import type {
  Check,
  ConnectionFacts,
  ExchangeFacts,
  Notice,
  Report,
  RunFacts,
  RunnerFinding,
  TokenFacts,
} from './report';
import type { Problem } from '../inputs/requirement';
import { LONGEST_SENTENCE, plain } from '../text/escape';
import type { Part, Text } from '../text/parts';
import type { Redact } from '../text/quote';

/**
 * The report with every text that came from elsewhere redacted, and names of the machine and the platform as one safe line:
 * names and sentences of the Hub, the machine, the platform and of reports that were read back. Codes, numbers, words of
 * ours, the endpoint and what the user listed stay as they are: a list or an endpoint with a secret in it is bad input, and
 * what later steps read must be what was listed.
 */
export function guarded(report: Report, redact: Redact): Report {
  const listed = new Set([report.endpoint, ...report.checks.flatMap(({ repo }) => [repo.id, spell(repo)])]);
  const guard = new ReportGuard((given) => (listed.has(given) ? given : redact(given)));
  const { run, problems, connection, network, exchange } = report;
  return {
    ...report,
    ...present({
      run: run && guard.run(run),
      exchange: exchange && guard.exchange(exchange),
      connection: connection && guard.connection(connection),
      network: network && guard.network(network),
      problems: problems?.map((one) => guard.problem(one)),
      tokens: report.tokens?.map((one) => guard.token(one)),
    }),
    token: guard.token(report.token),
    checks: report.checks.map((one) => guard.check(one)),
    runner: report.runner.map((one) => guard.finding(one)),
    notices: report.notices.map((one) => guard.notice(one)),
  };
}

/** What can be said of a thing. */
type Said = Partial<Pick<Check, 'message' | 'caveats' | 'remedy'>>;

/** A method for each part of a report that holds texts from elsewhere. */
class ReportGuard {
  readonly #redact: Redact;

  constructor(redact: Redact) {
    this.#redact = redact;
  }

  run({ repository, runId, attempt, event, job }: RunFacts): RunFacts {
    const line = (text: string) => this.#line(text);
    return {
      repository: line(repository),
      runId: line(runId),
      attempt: line(attempt),
      event: line(event),
      job: line(job),
    };
  }

  connection({ proxy, authorities }: ConnectionFacts): ConnectionFacts {
    const line = (text: string) => this.#line(text);
    return present({ proxy: proxy && line(proxy), authorities: authorities?.map(line) });
  }

  network({ asked, blocked, unknown }: NetworkLook): NetworkLook {
    const known = blocked.map((one) => ({ ...one, ...present({ with: one.with && this.#line(one.with) }) }));
    return { asked, blocked: known, ...present({ unknown: unknown && this.#line(unknown) }) };
  }

  exchange({ resource, identity }: ExchangeFacts): ExchangeFacts {
    const rows = identity.map((row) => ({
      ...row,
      field: this.#line(row.field),
      claim: this.#line(row.claim),
      sent: this.#line(row.sent),
      ...present({ note: row.note && this.#line(row.note) }),
    }));
    return { resource: this.#line(resource), identity: rows };
  }

  problem(problem: Problem): Problem {
    const quote = this.#any(problem.quote);
    const file = this.#any(problem.file);
    // There can be half a million of them, and hardly one that changes.
    return quote === problem.quote && file === problem.file ? problem : { ...problem, ...present({ quote, file }) };
  }

  token<Facts extends Pick<TokenFacts, 'name' | 'account' | 'expiresAt' | 'message' | 'remedy'>>(token: Facts): Facts {
    const [name, account, expiresAt] = [token.name, token.account, token.expiresAt].map((one) => this.#any(one));
    return { ...token, ...this.#said(token), ...present({ name, account, expiresAt }) };
  }

  check(check: Check): Check {
    const { movedTo, evidence, sources, because, about } = check;
    const replies = evidence.map((reply) => this.#reply(reply));
    const places = sources.map((one) => (one.file === undefined ? one : { ...one, file: this.#line(one.file) }));
    return {
      ...check,
      ...this.#said(check),
      ...present({
        movedTo: this.#any(movedTo),
        about: about && { ...about, ...present({ license: this.#any(about.license) }) },
        because: because && { ...because, field: this.#line(because.field) },
      }),
      sources: places,
      evidence: replies,
    };
  }

  notice(notice: Notice): Notice {
    return { ...notice, ...this.#said(notice) };
  }

  finding(finding: RunnerFinding): RunnerFinding {
    const { source, note } = finding;
    return { ...finding, source: this.#line(source), ...present({ note: note && this.#line(note) }) };
  }

  #reply<Reply extends RecordedReply>(reply: Reply): Reply {
    const { errorCode, errorMessage, requestId } = reply;
    const [code, message, id] = [errorCode, errorMessage, requestId].map((one) => this.#any(one));
    return { ...reply, ...present({ errorCode: code, errorMessage: message, requestId: id }) };
  }

  #said({ message, caveats, remedy }: Said): Said {
    return present({
      message: message && this.#text(message),
      caveats: caveats?.map((one) => this.#text(one)),
      remedy: remedy && this.#remedy(remedy),
    });
  }

  #remedy({ page, ...rest }: Remedy): Remedy {
    const isClean = this.#any(page?.url) === page?.url;
    return { ...rest, text: this.#text(rest.text), ...present({ page: isClean ? page : undefined }) };
  }

  #text(sentence: Text): Text {
    const isForeign = ({ kind }: Part) => kind === 'name' || kind === 'prose';
    return sentence.map((part) => (isForeign(part) ? { ...part, text: this.#redact(part.text) } : part));
  }

  #line(text: string): string {
    return plain(this.#redact(text), LONGEST_SENTENCE);
  }

  #any(text: string | undefined): string | undefined {
    return text && this.#redact(text);
  }
}

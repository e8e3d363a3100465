/** The check run: its conclusion is the policies', its annotations point into the workflow file. */
import { present } from '../../domain/basics/present';
import type { Report } from '../../domain/report/report';
import type { PublicRemark, PublicText } from '../../report/render/public';
import { field } from '../../domain/formats/json';
import type { GitHub } from './client';
import { NotGitHub } from './failure';
import type { Target } from './target';
import type { WorkflowFile } from './workflow-file';

/** As many as GitHub takes in one request; the table has every check. */
const MOST_ANNOTATIONS = 50;
/** GitHub's own limit for the title of an annotation. */
const LONGEST_TITLE = 255;

/** What the check run says. */
export interface CheckRun {
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly text: PublicText;
  readonly annotations: readonly Annotation[];
}

interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: PublicRemark['level'];
  readonly title: string;
  readonly message: string;
}

/** `failure` exactly when the run blocks. */
export function conclusionOf({ blocked, result }: Pick<Report, 'blocked' | 'result'>): CheckRun['conclusion'] {
  if (blocked) return 'failure';
  return result === 'pass' ? 'success' : 'neutral';
}

/** One annotation for each remark of which some workflow file names the repo. */
export function annotationsIn(files: readonly WorkflowFile[], remarks: readonly PublicRemark[]): Annotation[] {
  const annotations = remarks.flatMap(({ check, level, title, message }) => {
    const [place] = files.flatMap((file) => file.find(check.repo.id) ?? []);
    if (place === undefined) return [];
    const { path, line } = place;
    return [{ path, start_line: line, end_line: line, annotation_level: level, title, message }];
  });
  return annotations.slice(0, MOST_ANNOTATIONS).map((one) => ({ ...one, title: one.title.slice(0, LONGEST_TITLE) }));
}

/** Writes it. The same name on the same commit takes the place of an earlier one. Rejects as the library does. */
export async function writeCheckRun(github: GitHub, target: Target, run: CheckRun): Promise<void> {
  const { owner, repo, runUrl } = target;
  const { data } = await github.rest.checks.create({
    owner,
    repo,
    name: run.name,
    head_sha: run.headSha,
    status: 'completed',
    conclusion: run.conclusion,
    ...present({ details_url: runUrl }),
    output: { title: run.text.title, summary: run.text.body, annotations: [...run.annotations] },
  });
  if (typeof field(data, 'id') !== 'number') throw new NotGitHub();
}

/**
 * The official JavaScript client, doing what it is told: one JSON object a line in, one a line out, as in worker.py.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Blob } from 'node:buffer';
import { commit, createRepo, downloadFile, repoExists } from '@huggingface/hub';

const { version } = JSON.parse(
  readFileSync(new URL('../../../node_modules/@huggingface/hub/package.json', import.meta.url), 'utf8'),
);

/** A file that git holds, and one of large-file storage. */
const operations = ['notes.txt', 'weights.bin'].map((path) => ({
  operation: 'addOrUpdate',
  path,
  content: new Blob([`${path}\n`]),
}));

const DEEDS = {
  async downloadFile(given) {
    const file = await downloadFile({ ...given, path: '.gitattributes', xet: false });
    if (!(await file?.text())?.includes('filter=lfs')) throw new Error('not the file');
  },
  commit: (given) => commit({ ...given, operations, title: 'try', useXet: false }),
  /** A repo is created to be written to. There is no `exist_ok` here, so what is there already is not created. */
  async 'createRepo, commit'(given) {
    if (!(await repoExists(given))) await createRepo({ ...given, visibility: 'private' });
    await DEEDS.commit(given);
  },
  'commit({ isPullRequest: true })': (given) =>
    commit({ ...given, operations, title: 'try', useXet: false, isPullRequest: true }),
};

async function attempt({ token, deed, type, id, target }) {
  const name = deed === 'createRepo, commit' ? target : id;
  const given = { repo: { type, name }, hubUrl: process.env.HF_ENDPOINT, ...(token && { accessToken: token }) };
  try {
    await DEEDS[deed](given);
    return { ok: true };
  } catch (error) {
    return { ok: false, error: error.constructor.name, status: error.statusCode ?? null, message: String(error) };
  }
}

console.log(JSON.stringify({ version }));
for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await attempt(JSON.parse(line))));
}

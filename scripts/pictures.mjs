/**
 * Makes the pictures of the README: `npm run pictures`. Runs the built Action against the embedded Hub, renders its job
 * summary with GitHub's own style sheet in headless Chromium, and writes docs/images/. CHROMIUM names the browser. It needs a
 * font with the icons, such as Debian's fonts-noto-color-emoji.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { marked } from 'marked';
import UPNG from 'upng-js';
import { createDemoWorld } from '../src/simulator/demo-world.ts';
import { startSimulator } from '../src/simulator/server.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'docs', 'images') }, all: { type: 'boolean', default: false } },
});
const chromium = process.env.CHROMIUM ?? 'chromium';

/** What is shown: a build that would have failed, a fork's, a bad token's, and one that goes on. */
const SCENES = {
  failed: {
    token: 'read',
    models: 'openai-community/gpt2\nmeta-llama/Llama-not-requested\nmeta-llama/Llama-pending\nada/finetune:write',
    datasets: 'squad\nmallory/interviews',
    'least-privilege': 'off',
  },
  expired: { token: 'expired', models: 'openai-community/gpt2\nmeta-llama/Llama-accepted\nada/finetune:write' },
  passed: { token: 'read', models: 'openai-community/gpt2@v1.0\nmeta-llama/Llama-accepted', datasets: 'squad' },
};

/** Widths of a desktop's summary column and of a phone, in CSS pixels. */
const WIDTHS = { desktop: 700, phone: 390 };
/** The README shows this one, in both themes; `--all` makes the rest, to be looked at. */
const SHOWN = { name: 'failed', device: 'desktop' };

const css = (theme) =>
  readFileSync(createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${theme}.css`), 'utf8');
const scratch = mkdtempSync(join(tmpdir(), 'preflight-pictures-'));
const { world, tokens } = createDemoWorld();
const simulator = await startSimulator({ world });
mkdirSync(values.out, { recursive: true });
try {
  await needIcons();
  for (const [name, scene] of Object.entries(SCENES)) {
    if (!values.all && name !== SHOWN.name) continue;
    const markdown = await summaryOf(scene);
    for (const theme of ['light', 'dark']) {
      for (const [device, width] of Object.entries(WIDTHS)) {
        if (values.all || device === SHOWN.device) await picture(markdown, { name, theme, device, width });
      }
    }
  }
} finally {
  await simulator.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Without a font that has them, Chromium draws a box for each icon, and says nothing. */
async function needIcons() {
  const { stdout } = await run('fc-list', [':charset=274c 2705', 'family']);
  if (stdout.trim() === '') throw new Error('no font has the icons of the summary: install fonts-noto-color-emoji');
}

/** The job summary that the built Action writes. */
async function summaryOf({ token, ...inputs }) {
  const file = join(scratch, 'summary.md');
  writeFileSync(file, '');
  const env = {
    PATH: process.env.PATH,
    HOME: scratch,
    GITHUB_WORKSPACE: scratch,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'acme/train',
    GITHUB_RUN_ID: '1',
    GITHUB_JOB: 'train',
    GITHUB_ACTION_REPOSITORY: 'your-org/hf-auth-preflight',
    GITHUB_ACTION_REF: 'v0.1.0',
    GITHUB_STEP_SUMMARY: file,
    GITHUB_OUTPUT: join(scratch, 'outputs'),
    RUNNER_TEMP: scratch,
    INPUT_ENDPOINT: simulator.origin,
    INPUT_TOKEN: tokens[token],
  };
  writeFileSync(env.GITHUB_OUTPUT, '');
  for (const [name, value] of Object.entries(inputs)) env[`INPUT_${name.toUpperCase()}`] = value;
  await run(process.execPath, [join(root, 'dist', 'action', 'index.js')], { env }).catch((error) => {
    if (error.code !== 1) throw error;
  });
  // The Hub of the picture is the real one, so the notice that it is not goes too.
  const lines = readFileSync(file, 'utf8').split('\n');
  const told = lines.filter((line) => !line.includes('`endpoint-not-hub`')).join('\n');
  const ofHub = told.replace(
    "the endpoint's replies, with request ids for whoever runs it",
    "the Hub's replies, with request ids for its support",
  );
  return ofHub.replace(/### Notices\n\n(?=\n|<details)/, '').replaceAll(simulator.origin, 'https://huggingface.co');
}

/** One screenshot, as tall as the page is. */
async function picture(markdown, { name, theme, device, width }) {
  const page = join(scratch, 'page.html');
  const out = join(values.out, `summary-${name}-${theme}${device === 'desktop' ? '' : `-${device}`}.png`);
  const background = theme === 'dark' ? '#0d1117' : '#ffffff';
  const html = (more) =>
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${css(theme)}
    body{margin:0;background:${background}}.markdown-body{box-sizing:border-box;padding:24px;font-size:14px}</style>
    <article class="markdown-body">${marked.parse(markdown, { gfm: true })}</article>${more}`;
  const common = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  const browse = (...flags) =>
    run(chromium, [
      ...common,
      ...quiet,
      `--user-data-dir=${join(scratch, 'profile')}`,
      ...flags,
      pathToFileURL(page).href,
    ]);
  // Headless Chromium is no narrower than 500 px, so a phone's column is set on the page itself.
  const column = `<style>.markdown-body{width:${width}px}</style>`;
  writeFileSync(page, html(`${column}<script>document.title=document.documentElement.scrollHeight</script>`));
  const { stdout } = await browse(`--window-size=${Math.max(width, 500)},100`, '--dump-dom');
  const height = Number(/<title>(\d+)<\/title>/.exec(stdout)?.[1] ?? 1200);
  writeFileSync(page, html(column));
  await browse(`--screenshot=${out}`, `--window-size=${width},${height}`, '--force-device-scale-factor=1');
  shrink(out);
  console.log(`${out}: ${width} x ${height}`);
}

/** A picture of text needs few colours; with a palette it takes a quarter of the bytes. */
function shrink(file) {
  const image = UPNG.decode(readFileSync(file));
  writeFileSync(file, Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, 24)));
}

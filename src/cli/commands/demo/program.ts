/** How the command line is called from where somebody stands. */
import { plain } from '../../../domain/text/escape';
import { PROGRAM } from '../../grammar/command';

/** Where package managers put what is then called by its name. */
const INSTALLED = /(?:^|[\\/])(?:node_modules|site-packages|dist-packages)[\\/]/;

/** @param script the path of the script that Node runs, relative to the current folder */
export function programAt(script: string): string {
  const isCheckout = script.endsWith('index.js') && !script.startsWith('..') && !INSTALLED.test(script);
  return isCheckout ? `node ${quoted(script)}` : PROGRAM;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : JSON.stringify(plain(path));
}

/**
 * `@actions/core` by its own parts. Its entry also loads an OpenID Connect client, with it an HTTP client and the whole
 * of undici, which takes longer than everything else before the first request; docs/performance.md has the figures.
 */
import { EOL } from 'node:os';
import { issueCommand } from '@actions/core/lib/command.js';
import { issueFileCommand, prepareKeyValueMessage } from '@actions/core/lib/file-command.js';
import { toCommandProperties } from '@actions/core/lib/utils.js';
import type { Notice } from '../domain/report/report';
import { codeOf } from '../runner/files/read';
import { refuseToWait } from '../runner/files/named-pipe';

/** Has the runner blank a word in every log from here on. */
export function setSecret(secret: string): void {
  issueCommand('add-mask', {}, secret);
}

/** One line of the log, or several. */
export function info(message: string): void {
  process.stdout.write(`${message}${EOL}`);
}

/** Annotations, which are shown with the run as well as in the log. */
export function annotate(level: Notice['level'], message: string, title: string): void {
  issueCommand(level, toCommandProperties({ title }), message);
}

/**
 * Sets an output of the step.
 * @throws where the runner's file of outputs cannot be written
 */
export function setOutput(name: string, value: string): void {
  // Runners without such a file (old servers, a terminal) get the command that it replaced.
  if ((process.env['GITHUB_OUTPUT'] ?? '') === '') issueCommand('set-output', { name }, value);
  else {
    try {
      appendTo('OUTPUT', prepareKeyValueMessage(name, value));
    } catch (error) {
      throw new OutputsFault(codeOf(error));
    }
  }
}

/** The file of outputs cannot be written. */
export class OutputsFault extends Error {
  readonly code: string | undefined;

  constructor(code: string | undefined) {
    super('GITHUB_OUTPUT');
    this.code = code;
  }
}

/**
 * Adds a line to one of the runner's files.
 * @throws where it cannot be written
 */
export function appendTo(file: 'OUTPUT' | 'ENV', line: string): void {
  refuseToWait(process.env[`GITHUB_${file}`] ?? '');
  issueFileCommand(file, line);
}

/** Calls of Python that start a command, and where in them the command is. */
import type { Argument } from './call-row';

/** A call that starts a command. The columns about arguments add up. */
export interface StarterRow {
  /** Functions or methods. */
  readonly names: readonly string[];
  /** Modules that the name must come from; `on` or `word` stand in for it where it is a method. */
  readonly from?: readonly string[];
  /** What the method is called on, as the file has it. */
  readonly on?: RegExp;
  /** The file names the library. */
  readonly word?: RegExp;
  /** A text for a shell, or a list of words. */
  readonly command?: Argument;
  /** From this place on, each positional argument is a word. */
  readonly wordsFrom?: number;
  /** From this place on, each positional argument is a text for a shell, or a list of such texts. */
  readonly linesFrom?: number;
  /** The name itself is the program. */
  readonly isProgram?: true;
}

const first = (...names: string[]): Argument => ({ at: 0, names });

/** Every call that starts a command; of a name, the first row that fits decides. */
export const STARTERS: readonly StarterRow[] = [
  { names: ['run', 'call', 'check_call', 'check_output', 'Popen'], from: ['subprocess'], command: first('args') },
  { names: ['getoutput', 'getstatusoutput'], from: ['subprocess'], command: first('cmd') },
  { names: ['system', 'popen'], from: ['os'], command: first('command', 'cmd') },
  { names: ['execv', 'execve', 'execvp', 'execvpe', 'posix_spawn', 'posix_spawnp'], from: ['os'], command: { at: 1, names: ['args', 'argv'] } }, // prettier-ignore
  { names: ['execl', 'execle', 'execlp', 'execlpe'], from: ['os'], wordsFrom: 1 },
  { names: ['spawnv', 'spawnve', 'spawnvp', 'spawnvpe'], from: ['os'], command: { at: 2, names: ['args'] } },
  { names: ['spawnl', 'spawnle', 'spawnlp', 'spawnlpe'], from: ['os'], wordsFrom: 2 },
  { names: ['create_subprocess_exec'], from: ['asyncio', 'asyncio.subprocess'], wordsFrom: 0 },
  { names: ['create_subprocess_shell'], from: ['asyncio', 'asyncio.subprocess'], command: first('cmd') },
  { names: ['run_process', 'open_process'], from: ['anyio', 'trio'], command: first('command') },
  { names: ['split'], from: ['shlex'], command: first('s') },
  { names: ['system', 'system_piped', 'system_raw', 'getoutput', 'getoutput_detail'], on: /^get_ipython\(\)$/, command: first('cmd') }, // prettier-ignore
  { names: ['run_cell_magic'], on: /^get_ipython\(\)$/, command: { at: 2, names: ['cell'] } },
  { names: ['run', 'run_always', 'run_install'], on: /^session$/, word: /(?<!\w)nox(?!\w)/, wordsFrom: 0 },
  { names: ['with_exec'], word: /(?<!\w)dagger(?!\w)/, command: first('args') },
  { names: ['BashOperator'], word: /(?<!\w)airflow(?!\w)/, command: { names: ['bash_command'] } },
  { names: ['launch_server_cmd', 'execute_shell_command'], word: /(?<!\w)sglang(?!\w)/, command: first('command') },
  { names: ['run_commands'], word: /(?<!\w)modal(?!\w)/, linesFrom: 0 },
  { names: ['run', 'sudo', 'local'], on: /^(?:c|ctx|context|conn|connection)$/, word: /(?<!\w)(?:invoke|fabric)(?!\w)/, command: first('command') }, // prettier-ignore
  { names: ['hf', 'vllm', 'git', 'huggingface_cli', 'ollama', 'sglang', 'wget', 'curl', 'bash'], from: ['sh'], isProgram: true, wordsFrom: 0 }, // prettier-ignore
];

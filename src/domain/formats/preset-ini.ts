/** Files of llama.cpp with presets (`preset.ini`, `--models-preset`), as `parse_ini_from_file` in its common/preset.cpp reads them. */

export interface PresetOption {
  readonly section: string;
  readonly option: string;
  readonly value: string;
  /** From 1. */
  readonly line: number;
}

/** Every option of a text. A mark of a comment ends a value, wherever it is. */
export function presetOptions(text: string): PresetOption[] {
  let section = 'default';
  return text.split(/\r\n|[\r\n]/).flatMap((words, index) => {
    const [, name] = /^\[[ \t]*([^\]]*)\]/.exec(words) ?? [];
    const [, option, value = ''] = /^([A-Za-z_][\w.-]*)[ \t]*=([^;#]*)/.exec(words) ?? [];
    section = name?.trim() ?? section;
    return option === undefined ? [] : [{ section, option, value: value.trim(), line: index + 1 }];
  });
}

/** The options that name a repo, without dashes, or as the variable of the environment. */
const REPO_OPTIONS =
  /^(?:hf|hfr|hf-repo|LLAMA_ARG_HF_REPO|hfd|hfrd|hf-repo-draft|spec-draft-hf|LLAMA_ARG_(?:SPEC_DRAFT_)?HFD?_REPO|hfv|hfrv|hf-repo-v|LLAMA_ARG_HF_REPO_V)$/;

/** `owner/name:quantization` → the repo; `undefined` where the option names none. */
export function presetRepo({ option, value }: Pick<PresetOption, 'option' | 'value'>): string | undefined {
  return REPO_OPTIONS.test(option) ? value.replace(/:[^/]*$/, '') : undefined;
}

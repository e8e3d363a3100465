/** Whether the compiler would have refused a mutant: then no test has to. */
import { join } from 'node:path';
import ts from 'typescript';

export function createCompiler(root) {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src'] }, ts.sys, root);
  const changed = new Map();
  let version = 0;
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => changed.get(name)?.version ?? '0',
    getScriptSnapshot: (name) => {
      const text = changed.get(name)?.text ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
  });
  /** Looks at the file itself; what a changed type breaks elsewhere is not seen. */
  return (file, text) => {
    const name = join(root, file);
    version += 1;
    changed.set(name, { text, version: String(version) });
    const isRefused = service.getSemanticDiagnostics(name).length > 0;
    changed.delete(name);
    return isRefused;
  };
}

import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The root of the project, with its closing slash. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url))

/** A file as the guards see it: its path from the root, with forward slashes, and its text. */
export type SourceFile = { path: string; text: string }

/** Something a guard refuses, said so that the reader knows what to do. */
export type Violation = { path: string; line: number; message: string }

/** Every file of the project that git knows or would add, so that a new file is judged before it is committed. */
export function listProjectFiles(): string[] {
  const output = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: ROOT, encoding: 'utf8' })
  return [...new Set(output.split('\0'))].filter((path) => path !== '' && existsSync(ROOT + path)).sort()
}

/** The TypeScript files under the given folders (`src/`, `tools/`…), read. */
export function readSources(...folders: string[]): SourceFile[] {
  return listProjectFiles()
    .filter((path) => /\.tsx?$/.test(path) && folders.some((folder) => path.startsWith(folder)))
    .map(readProjectFile)
}

export function readProjectFile(path: string): SourceFile {
  return { path, text: readFileSync(ROOT + path, 'utf8') }
}

/** Tests, and the world that they are given in `src/testing/`. */
export function isTestFile(path: string): boolean {
  return /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('src/testing/')
}

/** One line a violation, as a compiler writes it: a terminal makes it a link. */
export function describeViolations(violations: Violation[]): string[] {
  return violations.map((violation) => `${violation.path}:${violation.line} ${violation.message}`)
}

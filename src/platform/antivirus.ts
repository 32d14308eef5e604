import { spawn } from 'node:child_process'

export type Scan = 'clean' | 'infected' | 'not-checked'

const TIMEOUT_MS = 60_000

/**
 * Gives a file to the antivirus on its standard input, e.g. `clamdscan --no-summary -`.
 * Exit code 0 says clean and 1 infected, as clamdscan and clamscan do. Anything else (another code, no such program,
 * no answer within a minute) says that the file was not checked: it must be refused too, but not accused.
 */
export function scanFile(command: string, bytes: Uint8Array): Promise<Scan> {
  const [program, ...parameters] = command.trim().split(/\s+/)
  if (!program) return Promise.resolve('not-checked')
  return new Promise((resolve) => {
    const scanner = spawn(program, parameters, { stdio: ['pipe', 'ignore', 'ignore'], timeout: TIMEOUT_MS, killSignal: 'SIGKILL' })
    scanner.on('error', () => resolve('not-checked'))
    scanner.on('close', (code) => resolve(code === 0 ? 'clean' : code === 1 ? 'infected' : 'not-checked'))
    // A scanner that has seen enough closes its input before the end: its exit code is the answer.
    scanner.stdin.on('error', () => undefined)
    scanner.stdin.end(bytes)
  })
}

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** What a process that was killed had said: the submissions it had begun, and those that it had acknowledged. */
export interface Round {
  begun: Set<string>
  /** Application → number on its receipt, where the process says it. */
  acknowledged: Map<string, number | undefined>
  signal: string | null
}

/** So many milliseconds after so many acknowledgements, counted over the start of the process for none. */
export interface Moment {
  acknowledgements: number
  milliseconds: number
}

/** A program that says `try ID`, `ack ID NUMBER`; killed with SIGKILL at the given moment. */
export async function killSubmitter(script: string, environment: NodeJS.ProcessEnv, moment: Moment): Promise<Round> {
  const child = spawn(process.execPath, [script], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  const round: Round = { begun: new Set(), acknowledged: new Map(), signal: null }
  const closed = once(child, 'close')
  if (moment.acknowledgements === 0) killIn(child, moment.milliseconds)
  for await (const line of createInterface(child.stdout)) {
    const [word, id = '', number] = line.split(' ')
    if (word === 'try') round.begun.add(id)
    if (word === 'ack') round.acknowledged.set(id, Number(number))
    if (word === 'ack' && round.acknowledged.size === moment.acknowledgements) killIn(child, moment.milliseconds)
  }
  await closed
  return { ...round, signal: child.signalCode }
}

export function killIn(child: ChildProcess, milliseconds: number): void {
  setTimeout(() => child.kill('SIGKILL'), milliseconds)
}

/** Chance that can be replayed: the same seed gives the same moments (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

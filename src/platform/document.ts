import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { DocumentJob, DocumentMessage, DocumentOrder, DocumentReply } from './document-order.ts'
import { orderJson } from './document-order.ts'

export type { DocumentOrder } from './document-order.ts'

export type DocumentFailure = 'template' | 'timeout' | 'crashed' | 'closed'

/** A document that could not be produced is a bug or a fault of the machine, never a refusal to explain to a person. */
export class DocumentFailed extends Error {
  readonly failure: DocumentFailure
  constructor(failure: DocumentFailure, name: string, details: string[] = []) {
    super([`document ${name}: ${failure}`, ...details].join('\n'))
    this.failure = failure
  }
}

export interface Press {
  render(order: DocumentOrder): Promise<Uint8Array>
  close(): void
}

interface Waiting {
  job: DocumentJob
  name: string
  resolve(pdf: Uint8Array): void
  reject(error: DocumentFailed): void
}

/** Beside this file as source (tests, development); beside the bundle or above its chunks once built. */
function workerFile(): URL {
  const names = new URL(import.meta.url).pathname.endsWith('.ts')
    ? ['./document-worker.ts']
    : ['./document-worker.js', '../document-worker.js']
  const found = names.map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url))
  if (!found) throw new Error(`document worker not found beside ${import.meta.url}`)
  return found
}

async function startWorker(file: URL): Promise<ChildProcess> {
  const [{ documentFonts }, { default: sharedParts }] = await Promise.all([
    import('./document-fonts.ts'),
    import('./document-templates/pilotis.typ?raw'),
  ])
  // No environment: the process that composes has no use for the secrets of the program.
  const worker = fork(file, { execArgv: [], env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  // Between two orders nobody listens, and an unheard 'error' would end the whole program.
  worker.on('error', () => undefined)
  worker.send({ setUp: { sharedParts, fonts: documentFonts() } } satisfies DocumentMessage)
  return worker
}

/** An idle worker never keeps the program alive. */
function hold(worker: ChildProcess, held: boolean): void {
  if (held) {
    worker.ref()
    worker.channel?.ref()
  } else {
    worker.unref()
    worker.channel?.unref()
  }
}

/** Gives one job to the worker and waits for its reply; a worker that crashed or is too slow must not be used again. */
function print(worker: ChildProcess, { job, name }: Waiting, timeoutMs: number): Promise<DocumentReply> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail('timeout'), timeoutMs)
    const onReply = (reply: unknown) => {
      leave()
      resolve(reply as DocumentReply)
    }
    const onError = (error: unknown) => fail('crashed', String(error))
    const onExit = (code: number | null, signal: string | null) => fail('crashed', `exit ${code ?? signal}`)
    worker.on('message', onReply).on('error', onError).on('exit', onExit)
    hold(worker, true)
    worker.send({ job } satisfies DocumentMessage, (error) => error && fail('crashed', String(error)))

    function leave(): void {
      clearTimeout(timer)
      worker.off('message', onReply).off('error', onError).off('exit', onExit)
      hold(worker, false)
    }
    function fail(failure: DocumentFailure, ...details: string[]): void {
      leave()
      reject(new DocumentFailed(failure, name, details))
    }
  })
}

/** The process that composes: started by the first order, ended when it has been idle for a while (memory goes back). */
function createWorkerHolder(file: URL, idleMs: number) {
  let worker: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined

  function end(): void {
    clearTimeout(idle)
    worker?.kill('SIGKILL')
    worker = undefined
  }
  async function get(): Promise<ChildProcess> {
    clearTimeout(idle)
    if (worker && (worker.exitCode !== null || worker.signalCode !== null || !worker.connected)) worker = undefined
    worker ??= await startWorker(file)
    return worker
  }
  function rest(): void {
    idle = setTimeout(end, idleMs).unref()
  }
  return { get, rest, end }
}

export interface PressSettings {
  timeoutMs?: number
  idleMs?: number
  file?: URL
}

/** One worker process and its queue, first come first served. */
export function createPress({ timeoutMs = 60_000, idleMs = 30_000, file = workerFile() }: PressSettings = {}): Press {
  const queue: Waiting[] = []
  const holder = createWorkerHolder(file, idleMs)
  let running = false
  let closed = false

  async function printOne(waiting: Waiting): Promise<void> {
    try {
      const reply = await print(await holder.get(), waiting, timeoutMs)
      if ('pdf' in reply) waiting.resolve(reply.pdf)
      else waiting.reject(new DocumentFailed('template', waiting.name, reply.errors))
    } catch (error) {
      holder.end()
      waiting.reject(error instanceof DocumentFailed ? error : new DocumentFailed('crashed', waiting.name, [String(error)]))
    }
  }

  async function run(): Promise<void> {
    if (running) return
    running = true
    for (let next = queue.shift(); next; next = queue.shift()) await printOne(next)
    running = false
    holder.rest()
  }

  return {
    render: (order) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new DocumentFailed('closed', order.name))
        queue.push({ job: { template: order.template, orderJson: orderJson(order) }, name: order.name, resolve, reject })
        void run()
      }),
    close: () => {
      closed = true
      for (const waiting of queue.splice(0)) waiting.reject(new DocumentFailed('closed', waiting.name))
      holder.end()
    },
  }
}

let shared: Press | undefined

/** The PDF/UA-1 file of an order. The same order always gives the same bytes. Rejects with DocumentFailed. */
export function renderDocument(order: DocumentOrder): Promise<Uint8Array> {
  shared ??= createPress()
  return shared.render(order)
}

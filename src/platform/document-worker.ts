import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentJob, DocumentMessage, DocumentReply, DocumentSetUp } from './document-order.ts'

/**
 * A process of its own: Typst blocks while it composes, keeps hundreds of megabytes after a large table, and cannot be
 * interrupted but by ending its process. Node runs this file as it is in the tests (types are stripped), hence no
 * import of another source file but for types.
 */

/** Never created: every file that a template may read is given in memory. */
const FOLDER = join(tmpdir(), 'pilotis-documents')
const PDF_STANDARD = 'ua-1'
/** Results not used by the last renderings are forgotten, or memory would grow with each letter. */
const CACHE_AGE = 3
const ATTEMPTS = 3

let compiler: NodeCompiler | undefined

class Refused extends Error {
  readonly messages: string[]
  constructor(messages: string[]) {
    super(messages.join('\n'))
    this.messages = messages
  }
}

function setUp({ sharedParts, fonts }: DocumentSetUp): NodeCompiler {
  const created = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontBlobs: fonts.map((font) => Buffer.from(font)) }] })
  created.addSource(join(FOLDER, 'pilotis.typ'), sharedParts)
  return created
}

function compose(template: string, orderJson: string): Uint8Array {
  if (!compiler) throw new Error('not set up')
  const main = join(FOLDER, 'document.typ')
  compiler.addSource(main, template)
  compiler.mapShadow(join(FOLDER, 'order.json'), Buffer.from(orderJson))
  const compiled = compiler.compile({ mainFilePath: main, resetRead: true })
  const document = compiled.result
  if (document === null) {
    const diagnostics = compiled.takeDiagnostics()
    throw new Refused(diagnostics ? compiler.fetchDiagnostics(diagnostics).map((d: { message: string }) => d.message) : ['no document'])
  }
  return compiler.pdf(document, { pdfStandard: PDF_STANDARD })
}

/** PDF/UA refuses a character that no font draws (an emoji, a Chinese name): the error names each of them. */
function undrawable(message: string): string[] {
  const found = [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map((match) => match[1] ?? '')
  const plain = found.map((text) =>
    text.replace(/\\u\{([0-9a-f]+)\}/gu, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
  )
  return [...new Set(plain.flatMap((text) => [...text]))].filter((char) => char > '\u007f')
}

/** A letter is not held back by one character: it is drawn as an empty square, seen in the preview. */
function composeWithSquares(template: string, orderJson: string): Uint8Array {
  let json = orderJson
  for (let attempt = 1; ; attempt += 1) {
    try {
      return compose(template, json)
    } catch (error) {
      const characters = error instanceof Error ? undrawable(error.message) : []
      if (characters.length === 0 || attempt === ATTEMPTS) throw error
      for (const character of characters) json = json.replaceAll(character, '□')
    }
  }
}

function answer(job: DocumentJob): DocumentReply {
  try {
    return { pdf: composeWithSquares(job.template, job.orderJson) }
  } catch (error) {
    return { errors: error instanceof Refused ? error.messages : [String(error)] }
  } finally {
    compiler?.evictCache(CACHE_AGE)
  }
}

process.on('message', (message: DocumentMessage) => {
  if ('setUp' in message) compiler = setUp(message.setUp)
  else process.send?.(answer(message.job))
})
// Ctrl-C reaches the whole group: the program decides, and this process ends when the program lets it go.
process.on('SIGINT', () => undefined)

import { inflateRawSync } from 'node:zlib'
import type { TestApp } from './app.ts'

export interface Page {
  status: number
  text: string
  links: string[]
}

/** Composed by another process, in seconds: their own tests open them. */
const SLOW = /\/(a3|courrier\.pdf|recepisse)(\?|$)|\.pdf(\?|$)/

/** Sorting and filtering show the same rows again. */
const SAME_AGAIN = /[?&](tri|sens|ordre|q|page|par|detail)=/

/** Addresses of one route that a walk opens: enough for each marked file, few of the thousands of communes of the country. */
const MOST_OF_ONE_ROUTE = 9

export interface Walk {
  /** What is already there is not opened again. */
  pages: Map<string, Page>
  /** The route of an address, to open only some of each. */
  routeOf: (href: string) => string
}

/** Opens addresses, then those they link to, `depth` times. */
export async function walk(app: TestApp, starts: Iterable<string>, depth: number, { pages, routeOf }: Walk): Promise<void> {
  const opened = new Map<string, number>()
  let here = [...starts]
  for (let level = 0; level <= depth && here.length > 0; level += 1) {
    const next = new Set<string>()
    for (const href of here.filter((one) => !pages.has(one))) {
      const route = routeOf(href)
      const before = opened.get(route) ?? 0
      if (depth > 0 && before >= MOST_OF_ONE_ROUTE) continue
      opened.set(route, before + 1)
      const page = await open(app, href)
      pages.set(href, page)
      for (const link of page.links) next.add(link)
    }
    here = [...next]
  }
}

async function open({ get }: TestApp, href: string): Promise<Page> {
  const answer = await get(href)
  const to = answer.headers.get('location')
  const bytes = Buffer.from(await answer.arrayBuffer())
  const text = /spreadsheet/.test(answer.headers.get('content-type') ?? '') ? unzipped(bytes) : bytes.toString('utf8')
  const hrefs = [...text.matchAll(/<a\b[^>]* href="([^"#]+)/g)].map((match) => (match[1] ?? '').replaceAll('&amp;', '&'))
  const links = [...hrefs, ...(to ? [to.replace('http://pilotis.example', '')] : [])]
  const worth = (one: string): boolean => /^\/(?!\/)/.test(one) && !SLOW.test(one) && !SAME_AGAIN.test(one)
  return { status: answer.status, text, links: [...new Set(links)].filter(worth) }
}

/** The texts of a spreadsheet: each entry of the archive, inflated. */
function unzipped(bytes: Buffer): string {
  const texts: string[] = []
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const [size, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 42)]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const packed = bytes.subarray(start, start + size)
    texts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString('utf8'))
  }
  return texts.join('\n')
}

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { Hono, type MiddlewareHandler } from 'hono'
import { assetFolder, isBuilt } from './assets.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** Said for the guard that lists every route with its permission. */
const everybody = Object.assign<MiddlewareHandler, { permission: 'public' }>(async (_, next) => next(), { permission: 'public' })

interface Asset {
  type: string
  body: Uint8Array<ArrayBuffer>
  /** Text only: a font is compressed already. */
  brotli?: Uint8Array<ArrayBuffer>
}

function readAsset(path: string, type: string): Asset {
  const body = new Uint8Array(readFileSync(path))
  return { type, body, brotli: type === 'font/woff2' ? undefined : new Uint8Array(brotliCompressSync(body)) }
}

/** The files are few and small: read once, so that no address ever reaches the disk. */
function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>()
  if (!existsSync(folder)) return assets
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)]
    if (type) assets.set(`/assets/${name.replaceAll('\\', '/')}`, readAsset(join(folder, name), type))
  }
  return assets
}

/** Style, icons, fonts and islands. A hashed name never changes its content: a browser keeps it for a year. */
export function assetRoutes(): Hono {
  const routes = new Hono()
  let assets = readAssets(assetFolder())
  routes.get('/assets/*', everybody, (c) => {
    if (!isBuilt()) assets = readAssets(assetFolder())
    const asset = assets.get(c.req.path)
    if (!asset) return c.notFound()
    c.header('Content-Type', asset.type)
    c.header('Cache-Control', isBuilt() ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('Vary', 'Accept-Encoding')
    const squeezed = asset.brotli && (c.req.header('Accept-Encoding') ?? '').includes('br')
    if (squeezed) c.header('Content-Encoding', 'br')
    return c.body(squeezed && asset.brotli ? asset.brotli : asset.body)
  })
  return routes
}

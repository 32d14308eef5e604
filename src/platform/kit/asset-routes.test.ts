import { expect, test } from 'vitest'
import { assetRoutes } from './asset-routes.ts'
import { assetUrl } from './assets.ts'

const routes = assetRoutes()

test.each([
  { name: 'style', type: 'text/css; charset=utf-8' },
  { name: 'icons', type: 'image/svg+xml; charset=utf-8' },
] as const)('the $name of the kit is served as $type', async ({ name, type }) => {
  const answer = await routes.request(assetUrl(name))
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toBe(type)
})

test('a browser that reads brotli receives less', async () => {
  const plain = await (await routes.request('/assets/kit.css')).arrayBuffer()
  const squeezed = await routes.request('/assets/kit.css', { headers: { 'Accept-Encoding': 'gzip, br' } })
  expect(squeezed.headers.get('Content-Encoding')).toBe('br')
  expect((await squeezed.arrayBuffer()).byteLength).toBeLessThan(plain.byteLength / 2)
})

test.each(['/assets/frame.ts', '/assets/../package.json', '/assets/absent.css'])('%s is not served', async (path) => {
  expect((await routes.request(path)).status).toBe(404)
})

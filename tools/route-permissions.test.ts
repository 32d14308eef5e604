import { Hono, type MiddlewareHandler } from 'hono'
import { describe, expect, test } from 'vitest'
import { freshDatabase } from '#platform/test-database.ts'
import { testApp } from '#testing/app.ts'
import { checkRoutes, describeRoute, listRoutes, ROUTE_LIST } from './route-permissions.ts'
import { describeViolations, readProjectFile } from './source-tree.ts'

const pass: MiddlewareHandler = async (_c, next) => next()
const allowed = (permission: string | string[]): MiddlewareHandler =>
  Object.assign(((c, next) => pass(c, next)) satisfies MiddlewareHandler, { permission })

function anApp(): Hono {
  const calls = new Hono()
  calls.get('/appels', allowed('public'), (c) => c.text('list'))
  calls.post('/appels', allowed('call:write'), async (c) => c.text('new'))
  const api = new Hono()
  api.onError((_error, c) => c.text('refused'))
  api.get('/v1/contracts', allowed('public'), (c) => c.text('contracts'))
  const app = new Hono()
  app.use('*', pass)
  app.route('/', calls)
  app.route('/api', api)
  app.all('/auth/*', allowed('public'), (c) => c.text('auth'))
  return app
}

const LIST = `# method path permission

GET    /api/v1/contracts  public
GET    /appels  public
POST   /appels  call:write
ALL    /auth/*  public
`

describe('the list of routes', () => {
  const judge = (app: Hono, list = LIST): string[] => describeViolations(checkRoutes(listRoutes(app.routes), list))

  test('an app whose every route is listed with its permission is accepted', () => {
    expect(judge(anApp())).toEqual([])
  })

  test('a route without permission is refused, listed or not', () => {
    const app = anApp().get('/secret', (c) => c.text('x'))
    expect(judge(app)).toEqual([
      'tools/routes.txt:1 GET /secret has no permission',
      'tools/routes.txt:1 lacks this route, read it twice then add it: GET    /secret  (none)',
    ])
    expect(judge(app, `${LIST}GET    /secret  (none)\n`)).toEqual(['tools/routes.txt:1 GET /secret has no permission'])
  })

  test('a route for every method without permission is refused', () => {
    expect(judge(anApp().all('/secret', (c) => c.text('x')))).toContain('tools/routes.txt:1 ALL /secret has no permission')
  })

  test('a new route that the list lacks is refused', () => {
    const app = anApp().get('/appels/:id', allowed('call:read'), (c) => c.text('x'))
    expect(judge(app)).toEqual(['tools/routes.txt:1 lacks this route, read it twice then add it: GET    /appels/:id  call:read'])
  })

  test('a route whose permission changes is refused until the list says so', () => {
    expect(judge(anApp(), LIST.replace('call:write', 'call:manage'))).toEqual([
      'tools/routes.txt:1 lacks this route, read it twice then add it: POST   /appels  call:write',
      'tools/routes.txt:5 no route answers: POST   /appels  call:manage',
    ])
  })

  test('a route that two permissions open says both', () => {
    const app = new Hono().get('/x', allowed(['a:read', 'b:read']), (c) => c.text('x'))
    expect(listRoutes(app.routes)).toEqual([{ method: 'GET', path: '/x', permissions: ['a:read or b:read'] }])
  })

  test('what is only passed through is not a route', () => {
    expect(listRoutes(anApp().routes).map(describeRoute)).toHaveLength(4)
  })
})

test('every route of the program is listed with its permission', async () => {
  const { app } = testApp(await freshDatabase(), undefined)
  expect(describeViolations(checkRoutes(listRoutes(app.routes), readProjectFile(ROUTE_LIST).text))).toEqual([])
})

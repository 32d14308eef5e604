import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from '#access/http.ts'
import { NotFound } from '#platform/errors.ts'
import { healthRoutes } from '#platform/health.ts'
import { assetRoutes } from '#platform/kit/asset-routes.ts'
import { mountCapabilities } from './capabilities.ts'
import { answerError, tooLarge } from './error-pages.tsx'
import { requestContext, type Services } from './request-context.ts'

/** The largest form: one file of 10 MB and its fields. */
const LARGEST_BODY = 12 * 1024 * 1024

/** Nothing from elsewhere, no inline script nor style: what the pages need is served by the program. */
const CONTENT_POLICY = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  objectSrc: ["'none'"],
}

/** The table of contents of the program. */
export function createApp(services: Services): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.onError(answerError)
  app.use(
    secureHeaders({
      contentSecurityPolicy: CONTENT_POLICY,
      strictTransportSecurity: services.publicUrl.startsWith('https:'),
      referrerPolicy: 'same-origin', // nothing is told to others; our own pages find their way back after a file too large
    }),
  )
  app.route('/', healthRoutes(services.database))
  app.route('/', assetRoutes())
  // The origin is stated, not guessed: behind a proxy that ends TLS the request's own URL is http.
  app.use(csrf({ origin: new URL(services.publicUrl).origin }))
  app.use(requestContext(services))
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge }))
  mountCapabilities(app)
  app.notFound((c) => answerError(new NotFound(), c))
  return app
}

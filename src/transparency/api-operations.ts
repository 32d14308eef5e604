import { z } from 'zod'
import type { ApiOperation } from './ApiPage.tsx'

const Document = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        summary: z.string().default(''),
        parameters: z
          .array(
            z.object({
              name: z.string(),
              in: z.string(),
              required: z.boolean().default(false),
              schema: z.object({ description: z.string().optional() }).optional(),
              description: z.string().optional(),
            }),
          )
          .default([]),
        responses: z.record(z.string(), z.object({ description: z.string() })),
      }),
    ),
  ),
})

/** What the viewer shows of an OpenAPI document. */
export function operationsOf(document: unknown): ApiOperation[] {
  const { paths } = Document.parse(document)
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { summary, parameters, responses }]) => ({
      method: method.toUpperCase(),
      path,
      summary,
      parameters: parameters.map((one) => ({
        name: one.name,
        where: one.in,
        required: one.required,
        meaning: one.description ?? one.schema?.description ?? '',
      })),
      answers: Object.entries(responses).map(([status, { description }]) => ({ status, meaning: description })),
    })),
  )
}

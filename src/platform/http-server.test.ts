import { expect, test } from 'vitest'
import { Refusal } from './errors.ts'
import { listen } from './http-server.ts'

test('until the program is ready, a page says that it starts, with status 503', async () => {
  const server = await listen(0)
  const answer = await fetch(`http://localhost:${server.port}/`)
  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('Pilotis démarre')
  server.answerWith(() => new Response('prêt'))
  expect(await (await fetch(`http://localhost:${server.port}/`)).text()).toBe('prêt')
  await server.stop(1_000)
})

test('a port taken is a refusal that names it', async () => {
  const server = await listen(0)
  await expect(listen(server.port)).rejects.toThrow(Refusal)
  await expect(listen(server.port)).rejects.toThrow(`Le port ${server.port} est déjà pris`)
  await server.stop(1_000)
})

test('a stop waits for the request under way, and takes no other', async () => {
  const server = await listen(0)
  const begun = Promise.withResolvers<void>()
  const finish = Promise.withResolvers<void>()
  server.answerWith(async () => {
    begun.resolve()
    await finish.promise
    return new Response('entier')
  })
  const answer = fetch(`http://localhost:${server.port}/`)
  await begun.promise
  const stopped = server.stop(10_000)
  await expect(fetch(`http://localhost:${server.port}/`)).rejects.toThrow()
  finish.resolve()
  expect(await (await answer).text()).toBe('entier')
  await stopped
})

test('a stop does not wait for ever', async () => {
  const server = await listen(0)
  const begun = Promise.withResolvers<void>()
  server.answerWith(() => {
    begun.resolve()
    return new Promise<Response>(() => {})
  })
  const answer = fetch(`http://localhost:${server.port}/`).catch(() => 'cut')
  await begun.promise
  await server.stop(100)
  expect(await answer).toBe('cut')
})

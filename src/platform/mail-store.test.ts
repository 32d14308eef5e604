import { expect } from 'vitest'
import type { CommandContext } from './commands.ts'
import type { Database } from './db.ts'
import { readEnvironment } from './environment.ts'
import { runPendingJobs } from './jobs.ts'
import { listMails, listWaitingMails, type Mail, mailJobs, mailSender, queueMail } from './mail.ts'
import { mailCommand } from './mail-command.ts'
import { refused } from './result.ts'
import { dbTest as test } from './test-database.ts'

const letter: Mail = { to: 'association@example.fr', subject: 'Dossier reçu', body: 'Bonjour,\n\nVotre dossier est reçu.' }

function queued(db: Database): Promise<string> {
  return db.transaction((tx) => queueMail(tx, letter))
}

test('a mail of a committed act is sent once by its job', async ({ db }) => {
  const sent: Mail[] = []
  const jobs = mailJobs(db, async (mail) => void sent.push(mail))
  await queued(db)
  await runPendingJobs(db, jobs)
  await runPendingJobs(db, jobs)
  expect(sent).toEqual([letter])
  expect(await listWaitingMails(db)).toEqual([])
})

test('a mail of a refused act does not exist', async ({ db }) => {
  await db.transaction(async (tx) => {
    await queueMail(tx, letter)
    return refused('too-late')
  })
  expect(await listMails(db)).toEqual([])
})

test('a mail that the server refuses keeps why and waits', async ({ db }) => {
  await queued(db)
  await runPendingJobs(
    db,
    mailJobs(db, () => Promise.reject(new Error('550 boîte inconnue'))),
  )
  expect(await listWaitingMails(db)).toMatchObject([{ attempts: 1, failure: '550 boîte inconnue', sentAt: null }])
})

test('without a mail server, the mail waits and nothing fails', async ({ db }) => {
  expect(mailSender(readEnvironment({}))).toBeUndefined()
  await queued(db)
  await runPendingJobs(db, mailJobs(db, undefined))
  expect(await listWaitingMails(db)).toMatchObject([{ attempts: 0, failure: null }])
})

async function run(db: Database, argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' }
  const context: CommandContext = {
    db,
    argv,
    cwd: '/',
    environment: readEnvironment({}),
    out: (text) => {
      said.out += text
    },
    err: (text) => {
      said.err += text
    },
  }
  return { code: await mailCommand.run(context), ...said }
}

test('the command lists the waiting mails, with their text when asked', async ({ db }) => {
  await queued(db)
  const short = await run(db, [])
  expect(short).toMatchObject({ code: 0, err: '1 message attend.\n' })
  expect(short.out).toContain('association@example.fr\tDossier reçu')
  expect(short.out).not.toContain('Bonjour')
  expect((await run(db, ['--texte'])).out).toContain('Votre dossier est reçu.')
})

test('the command refuses to send without a mail server, and an unknown option', async ({ db }) => {
  await expect(run(db, ['--envoyer'])).rejects.toThrow('SMTP_URL')
  await expect(run(db, ['--tout'])).rejects.toThrow('--tout')
})

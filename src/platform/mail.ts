import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { countColumn, idColumn, instantColumn } from './columns.ts'
import type { Database, Db, Tx } from './db.ts'
import type { Environment } from './environment.ts'
import { newId } from './ids.ts'
import { type JobHandlers, queueJob } from './jobs.ts'

/** Plain text, in French: it is read on any device, printed, and quoted in an answer. */
export interface Mail {
  to: string
  subject: string
  body: string
}

/** Writes a mail in the transaction of the act that causes it, with the job that sends it. Answers its id. */
export async function queueMail(tx: Tx, mail: Mail): Promise<string> {
  const id = newId()
  await tx.run`insert into mail (id, recipient, subject, body) values (${id}, ${mail.to}, ${mail.subject}, ${mail.body})`
  await queueJob(tx, 'mail.send', { mailId: id })
  return id
}

const QueuedMail = z.object({
  id: idColumn,
  recipient: z.string(),
  subject: z.string(),
  body: z.string(),
  queuedAt: instantColumn,
  sentAt: instantColumn.nullable(),
  attempts: countColumn,
  failure: z.string().nullable(),
})
export type QueuedMail = z.infer<typeof QueuedMail>

/** The latest mails, sent or not, newest first: the mailbox of a demonstration. */
export function listMails(db: Db, limit = 200): Promise<QueuedMail[]> {
  return db.rows(QueuedMail)`
    select id, recipient, subject, body, queued_at as "queuedAt", sent_at as "sentAt", attempts, failure
    from mail order by queued_at desc, id desc limit ${limit}`
}

/** The mails that wait, oldest first. */
export function listWaitingMails(db: Db, limit = 1_000): Promise<QueuedMail[]> {
  return db.rows(QueuedMail)`
    select id, recipient, subject, body, queued_at as "queuedAt", sent_at as "sentAt", attempts, failure
    from mail where sent_at is null order by queued_at, id limit ${limit}`
}

/** Gives a mail to a mail server; throws when it refuses. */
export type Send = (mail: Mail) => Promise<void>

/** The mail server of SMTP_URL; undefined without one: the mails then wait, and the mailbox page or the command shows them. */
export function mailSender({ smtpUrl, publicUrl }: Pick<Environment, 'smtpUrl' | 'publicUrl'>): Send | undefined {
  if (!smtpUrl) return undefined
  const transport = createTransport(smtpUrl)
  const from = { name: 'Pilotis', address: `ne-pas-repondre@${new URL(publicUrl).hostname}` }
  return async ({ to, subject, body }) => {
    // The address is given apart, never as a header to parse: what a person typed cannot add recipients.
    await transport.sendMail({ from, to: { name: '', address: to }, subject, text: body })
  }
}

/**
 * The jobs of the mail: each mail as it comes, and every quarter of an hour those that waited for a mail server.
 * A mail may leave twice if the program dies between the sending and its note; it is never lost.
 */
export function mailJobs(database: Database, send: Send | undefined): JobHandlers {
  return {
    'mail.send': {
      run: async (data) => {
        const { mailId } = z.object({ mailId: z.uuid() }).parse(data)
        if (send) await sendOne(database, mailId, send)
      },
    },
    'mail.sweep': {
      cron: '*/15 * * * *',
      run: async () => {
        if (send) await sendWaitingMails(database, send)
      },
    },
  }
}

/** Tries each waiting mail once; answers how many left. A refused one keeps why, and does not stop the others. */
export async function sendWaitingMails(database: Db, send: Send): Promise<number> {
  let sent = 0
  for (const mail of await listWaitingMails(database)) {
    try {
      await sendOne(database, mail.id, send)
      sent += 1
    } catch {
      // Why is kept with the mail (sendOne): `npx pilotis mail` and the journal of the jobs show it.
    }
  }
  return sent
}

async function sendOne(db: Db, id: string, send: Send): Promise<void> {
  const mail = await db.maybe(QueuedMail)`
    select id, recipient, subject, body, queued_at as "queuedAt", sent_at as "sentAt", attempts, failure
    from mail where id = ${id} and sent_at is null`
  if (!mail) return
  try {
    await send({ to: mail.recipient, subject: mail.subject, body: mail.body })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    await db.run`update mail set attempts = attempts + 1, failure = ${why} where id = ${id}`
    throw error
  }
  await db.run`update mail set attempts = attempts + 1, failure = null, sent_at = clock_timestamp() where id = ${id} and sent_at is null`
}

import { type Command, type CommandContext, WrongUsage } from './commands.ts'
import { formatInstant } from './day.ts'
import { Refusal } from './errors.ts'
import { listWaitingMails, mailSender, type QueuedMail, sendWaitingMails } from './mail.ts'

/** `npx pilotis mail`: what waits when there is no mail server, and a new try once there is one. */
export const mailCommand: Command = {
  name: 'mail',
  summary: 'liste les messages qui attendent d’être envoyés, ou les envoie',
  usage: `npx pilotis mail [--texte] [--envoyer]

Sans option, liste les messages qui attendent\u00A0: date, destinataire, objet, dernière erreur.
  --texte    écrit aussi le texte de chacun (il contient les liens de connexion\u00A0: à garder pour vous)
  --envoyer  les envoie par le serveur de SMTP_URL, et dit combien sont partis`,
  run: async (context) => {
    const unknown = context.argv.find((word) => word !== '--texte' && word !== '--envoyer')
    if (unknown) throw new WrongUsage(`Option inconnue\u00A0: ${unknown}.`)
    return context.argv.includes('--envoyer') ? sendAll(context) : list(context)
  },
}

async function list({ db, argv, out, err }: CommandContext): Promise<number> {
  const waiting = await listWaitingMails(db)
  for (const mail of waiting) out(argv.includes('--texte') ? `${line(mail)}\n${mail.body}\n\n` : `${line(mail)}\n`)
  err(
    waiting.length === 0
      ? 'Aucun message n’attend.\n'
      : `${waiting.length} ${waiting.length === 1 ? 'message attend' : 'messages attendent'}.\n`,
  )
  return 0
}

function line({ queuedAt, recipient, subject, failure }: QueuedMail): string {
  return [formatInstant(queuedAt), recipient, subject, failure ?? ''].join('\t').trimEnd()
}

async function sendAll({ db, environment, err }: CommandContext): Promise<number> {
  const send = mailSender(environment)
  if (!send) throw new Refusal('SMTP_URL n’est pas réglé\u00A0: aucun serveur de messagerie ne peut envoyer ces messages.')
  const sent = await sendWaitingMails(db, send)
  const left = (await listWaitingMails(db)).length
  err(`Messages envoyés\u00A0: ${sent}. Messages qui attendent encore\u00A0: ${left}.\n`)
  return left === 0 ? 0 : 1
}

import { type Day, formatDay } from '#platform/day.ts'
import type { Mail } from '#platform/mail.ts'
import { instructionPaths } from './paths.ts'

/** Beyond this, the mail says how many more there are: the page lists them all. */
const MOST_LISTED = 30

export interface MailedPart {
  number: number | null
  title: string
  organisationName: string
}

const READERS = 'Votre avis est préparatoire\u00A0: il est lu par les financeurs du dossier, jamais par le porteur.'

/** « Votre avis est demandé sur 7 dossiers », for who holds an account. */
export function opinionAskedMail(asked: { to: string; parts: readonly MailedPart[]; dueOn: Day; publicUrl: string }): Mail {
  const { to, parts, dueOn, publicUrl } = asked
  return {
    to,
    subject: `Votre avis est demandé sur ${filesWords(parts)}`,
    body: [
      'Bonjour,',
      '',
      `L’avis de votre organisation est demandé sur ${filesWords(parts)} du contrat de ville, pour le ${formatDay(dueOn)}\u00A0:`,
      '',
      ...listed(parts),
      '',
      `Pour le rendre\u00A0:\n${publicUrl}${instructionPaths.myOpinions}`,
      '',
      READERS,
    ].join('\n'),
  }
}

interface LinkMail {
  to: string
  parts: readonly (MailedPart & { dueOn: Day })[]
  expiresOn: Day
  token: string
  publicUrl: string
}

/** The mail that carries a link: without an account, to one address, for these files only. */
export function opinionLinkMail({ to, parts, expiresOn, token, publicUrl }: LinkMail): Mail {
  return {
    to,
    subject: `Votre avis est demandé sur ${filesWords(parts)}`,
    body: [
      'Bonjour,',
      '',
      `L’avis de votre organisation est demandé sur ${filesWords(parts)} du contrat de ville\u00A0:`,
      '',
      ...listed(parts, (part) => `, pour le ${formatDay(part.dueOn)}`),
      '',
      `Pour les lire et rendre votre avis, sans compte\u00A0:\n${publicUrl}${instructionPaths.link(token)}`,
      '',
      `Ce lien est pour votre organisation seulement. Il s’ouvre jusqu’au ${formatDay(expiresOn)}, autant de fois que vous voulez\u00A0: vous pouvez vous y reprendre et corriger votre avis jusqu’au comité. Ne le transmettez qu’à la personne qui rend l’avis.`,
      '',
      READERS,
    ].join('\n'),
  }
}

interface ReminderMail {
  to: string
  parts: readonly (MailedPart & { dueOn: Day })[]
  today: Day
  /** Of a link; without one, the address of the list of who is signed in. */
  token?: string | undefined
  publicUrl: string
}

export function opinionReminderMail({ to, parts, today, token, publicUrl }: ReminderMail): Mail {
  const late = parts.filter(({ dueOn }) => dueOn < today).length
  const href = token === undefined ? instructionPaths.myOpinions : instructionPaths.link(token)
  return {
    to,
    subject: `Rappel\u00A0: votre avis est attendu sur ${filesWords(parts)}${late > 0 ? `, ${late} en retard` : ''}`,
    body: [
      'Bonjour,',
      '',
      `L’avis de votre organisation reste attendu sur ${filesWords(parts)} du contrat de ville\u00A0:`,
      '',
      ...listed(parts, ({ dueOn }) => (dueOn < today ? `, était attendu le ${formatDay(dueOn)}` : `, pour le ${formatDay(dueOn)}`)),
      '',
      `Pour ${parts.length === 1 ? 'le' : 'les'} rendre\u00A0:\n${publicUrl}${href}`,
      '',
      'Si un dossier ne vous concerne pas, dites-le en un mot\u00A0: «\u00A0Non concerné\u00A0» est une réponse.',
    ].join('\n'),
  }
}

export function opinionWithdrawnMail({ to, part, reason }: { to: string; part: MailedPart; reason: string }): Mail {
  return {
    to,
    subject: 'Un avis ne vous est plus demandé',
    body: [
      'Bonjour,',
      '',
      `L’avis de votre organisation n’est plus demandé sur ce dossier\u00A0: ${partWords(part)}.`,
      '',
      `Motif\u00A0: ${reason}`,
      '',
      'Vous n’avez rien à faire.',
    ].join('\n'),
  }
}

function filesWords(parts: readonly MailedPart[]): string {
  return parts.length === 1 ? '1 dossier' : `${parts.length} dossiers`
}

function listed<P extends MailedPart>(parts: readonly P[], after: (part: P) => string = () => ''): string[] {
  const lines = parts.slice(0, MOST_LISTED).map((part) => `- ${partWords(part)}${after(part)}`)
  return parts.length > MOST_LISTED ? [...lines, `- et ${parts.length - MOST_LISTED} autres`] : lines
}

function partWords({ number, title, organisationName }: MailedPart): string {
  return `${number === null ? '' : `n°\u00A0${number}, `}${title} (${organisationName})`
}

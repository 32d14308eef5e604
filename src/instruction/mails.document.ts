import { type Day, formatDay } from '#platform/day.ts'
import type { Mail } from '#platform/mail.ts'
import type { AskedPart } from './opinion-asking-store.ts'
import { instructionPaths } from './paths.ts'

/** Beyond this, the mail says how many more there are: the page lists them all. */
const MOST_LISTED = 30

/** « Votre avis est demandé sur 7 dossiers ». */
export function opinionAskedMail(asked: { to: string; parts: readonly AskedPart[]; dueOn: Day; publicUrl: string }): Mail {
  const { to, parts, dueOn, publicUrl } = asked
  const count = parts.length === 1 ? '1 dossier' : `${parts.length} dossiers`
  const listed = parts.slice(0, MOST_LISTED).map((part) => `- ${partWords(part)}`)
  const more = parts.length > MOST_LISTED ? [`- et ${parts.length - MOST_LISTED} autres`] : []
  return {
    to,
    subject: `Votre avis est demandé sur ${count}`,
    body: [
      'Bonjour,',
      '',
      `L’avis de votre organisation est demandé sur ${count} du contrat de ville, pour le ${formatDay(dueOn)}\u00A0:`,
      '',
      ...listed,
      ...more,
      '',
      `Pour le rendre\u00A0: ${publicUrl}${instructionPaths.myOpinions}`,
      '',
      'Votre avis est préparatoire\u00A0: il est lu par les financeurs du dossier, jamais par le porteur.',
    ].join('\n'),
  }
}

function partWords({ number, title, organisationName }: AskedPart): string {
  return `${number === null ? '' : `n°\u00A0${number}, `}${title} (${organisationName})`
}

export interface PieceAsked {
  to: string
  applicationId: string
  actionTitle: string
  label: string
  reason: string
  dueOn: Day
  publicUrl: string
}

export function pieceAskedMail(asked: PieceAsked): Mail {
  const { to, applicationId, actionTitle, label, reason, dueOn, publicUrl } = asked
  return {
    to,
    subject: `Une pièce vous est demandée\u00A0: ${label}`,
    body: [
      'Bonjour,',
      '',
      `Il manque une pièce à votre demande «\u00A0${actionTitle}\u00A0»\u00A0: ${label}.`,
      ...(reason === '' ? [] : ['', reason]),
      '',
      `Elle est attendue pour le ${formatDay(dueOn)}. Pour la déposer\u00A0: ${publicUrl}${instructionPaths.askedPieces(applicationId)}`,
    ].join('\n'),
  }
}

import { type Day, formatDay } from '#platform/day.ts'
import type { Mail } from '#platform/mail.ts'
import { instructionPaths } from './paths.ts'

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

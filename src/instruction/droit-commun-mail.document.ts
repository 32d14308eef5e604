import { type Day, formatDay } from '#platform/day.ts'
import type { Mail } from '#platform/mail.ts'
import { meansPaths } from './means-paths.ts'

/** « Vos lignes de droit commun sont sollicitées pour 7 actions ». One mail a person, whatever the number. */
export function triesAskedMail(asked: { to: string; titles: readonly string[]; dueOn: Day; publicUrl: string }): Mail {
  const { to, titles, dueOn, publicUrl } = asked
  const count = titles.length === 1 ? '1 action' : `${titles.length} actions`
  const listed = titles.slice(0, MOST_LISTED).map((title) => `- ${title}`)
  const more = titles.length > MOST_LISTED ? [`- et ${titles.length - MOST_LISTED} autres`] : []
  return {
    to,
    subject: `Vos lignes de droit commun sont sollicitées pour ${count}`,
    body: [
      'Bonjour,',
      '',
      `Avant tout crédit de la politique de la ville, votre organisation est sollicitée sur ses lignes de droit commun pour ${count}, avec une réponse attendue pour le ${formatDay(dueOn)}\u00A0:`,
      '',
      ...listed,
      ...more,
      '',
      `Pour répondre, en une fois\u00A0: ${publicUrl}${meansPaths.myTries}`,
      '',
      'Sans réponse à cette date, les crédits spécifiques pourront intervenir, et le silence sera compté.',
    ].join('\n'),
  }
}

/** Beyond this, the mail says how many more there are: the page lists them all. */
const MOST_LISTED = 30

import type { Tx } from '#platform/db.ts'
import { formatSiret } from '#platform/identifiers.ts'
import { queueMail } from '#platform/mail.ts'
import { organisationPaths } from './organisation-paths.ts'

interface Claimed {
  organisationName: string
  siret: string
}

/** Tells the project leads that somebody asks to act for an organisation. */
export async function queueClaimMail(
  tx: Tx,
  to: readonly string[],
  claim: Claimed & { personName: string; personEmail: string; publicUrl: string },
): Promise<void> {
  const body = [
    'Bonjour,',
    `${claim.personName || claim.personEmail} (${claim.personEmail}) demande à agir pour «\u00A0${claim.organisationName}\u00A0», SIRET ${formatSiret(claim.siret)}.`,
    `Vérifiez que cette personne représente bien l’organisme, puis confirmez ou refusez\u00A0:\n${claim.publicUrl}${organisationPaths.claims}`,
    'Tant que vous n’avez pas répondu, elle ne peut ni lire ni écrire aucun dossier.',
    'Pilotis',
  ].join('\n\n')
  for (const one of to) await queueMail(tx, { to: one, subject: `Rattachement demandé\u00A0: ${claim.organisationName}`, body })
}

/** Tells the person what was decided; a refusal comes with its reason. */
export async function queueClaimDecisionMail(
  tx: Tx,
  to: string,
  claim: Claimed & { accepted: boolean; reason: string; publicUrl: string },
): Promise<void> {
  const name = `«\u00A0${claim.organisationName}\u00A0», SIRET ${formatSiret(claim.siret)}`
  const said = claim.accepted
    ? [
        `Votre rattachement à ${name}, est confirmé. Vous pouvez maintenant écrire et suivre ses demandes de subvention.`,
        `Ouvrez votre espace\u00A0:\n${claim.publicUrl}${organisationPaths.mine}`,
      ]
    : [
        `Votre rattachement à ${name}, n’a pas été confirmé.`,
        `Motif\u00A0: ${claim.reason}`,
        `Si c’est une erreur, vous pouvez faire une nouvelle demande\u00A0:\n${claim.publicUrl}${organisationPaths.claim}`,
      ]
  const subject = claim.accepted ? 'Votre rattachement est confirmé' : 'Votre demande de rattachement est refusée'
  await queueMail(tx, { to, subject, body: ['Bonjour,', ...said, 'L’équipe du contrat de ville'].join('\n\n') })
}

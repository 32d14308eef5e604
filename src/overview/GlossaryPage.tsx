import { ACRONYMS } from '#platform/kit/acronyms.ts'
import { Facts } from '#platform/kit/Facts.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'

/** The words of a contrat de ville that nobody is born with; acronyms come from the one list of the kit. */
export function GlossaryPage({ frame }: { frame: Frame }): Html {
  const acronyms = Object.entries(ACRONYMS).map(([name, value]) => ({ name, value }))
  return (
    <PublicPage frame={frame} title="Glossaire" lead="Les mots et les sigles que vous rencontrerez sur Pilotis, en clair.">
      <Section title="Les mots" id="mots">
        <Facts items={WORDS} />
      </Section>
      <Section title="Les sigles" id="sigles">
        <Facts items={acronyms.sort((one, other) => one.name.localeCompare(other.name, 'fr'))} />
      </Section>
    </PublicPage>
  )
}

const WORDS = [
  {
    name: 'Contrat de ville',
    value:
      'L’accord entre l’État, l’intercommunalité, les communes et leurs partenaires pour réduire l’écart entre les quartiers prioritaires et ce qui les entoure.',
  },
  {
    name: 'Porteur de projet',
    value: 'L’organisme qui mène une action et reçoit la subvention\u00A0: association, école, commune, entreprise.',
  },
  { name: 'Droit commun', value: 'L’argent et les moyens ordinaires des politiques publiques, qui viennent avant tout crédit spécifique.' },
  { name: 'Crédits spécifiques', value: 'L’argent réservé à la politique de la ville, qui complète le droit commun sans le remplacer.' },
  { name: 'Enveloppe', value: 'La somme dont un financeur dispose pour une année\u00A0: ses décisions n’en dépassent jamais le montant.' },
  { name: 'Demandé', value: 'Ce que le porteur demande à un financeur.' },
  { name: 'Proposé', value: 'Ce qu’un financeur propose dans son avis, avant le comité.' },
  { name: 'Retenu', value: 'Ce que le comité des financeurs retient\u00A0: un accord entre eux, pas encore une décision.' },
  { name: 'Décidé', value: 'Ce qu’un financeur accorde par son propre acte, signé, daté et numéroté.' },
  { name: 'Engagé', value: 'Ce que le financeur s’est obligé à payer par un engagement juridique.' },
  { name: 'Payé', value: 'Ce qui a été versé au porteur.' },
  { name: 'Dépensé', value: 'Ce que l’action a réellement coûté, d’après le compte rendu financier du bilan final.' },
  { name: 'Bilan final', value: 'Le compte rendu de l’action et de ses dépenses, dû dans les six mois après la fin de l’année.' },
] as const

import { YearGauges } from '#funding/EnvelopeGauges.tsx'
import type { EnvelopeUse } from '#funding/envelope-use-store.ts'
import { fundingPaths } from '#funding/paths.ts'
import { LinkButton } from '#platform/kit/Button.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'

/** The envelopes of the year, and the way to their list. */
export function HomeEnvelopes({ envelopes, year }: { envelopes: readonly EnvelopeUse[]; year: number }): Html {
  if (envelopes.length === 0) {
    return (
      <Section title={`Enveloppes ${year}`} id="enveloppes">
        <Empty
          title={`Aucune enveloppe n’est ouverte pour ${year}`}
          icon="coins"
          action={
            <LinkButton href={fundingPaths.envelopes(year)} kind="second">
              Voir les enveloppes
            </LinkButton>
          }
        >
          Sans enveloppe, aucun montant ne peut être décidé.
        </Empty>
      </Section>
    )
  }
  return (
    <>
      <YearGauges envelopes={envelopes} year={year} />
      <p>
        <a href={fundingPaths.envelopes(year)}>{`Toutes les enveloppes ${year}, avec leurs modifications`}</a>
      </p>
    </>
  )
}

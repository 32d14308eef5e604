import { formatDayShort } from '#platform/day.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import type { ContractView } from './contract-view-store.ts'
import { contractPaths } from './paths.ts'
import { type ReferenceText, TEXT_KIND_NAMES } from './text-store.ts'

/** « Loi n° 2014-173 du 21 février 2014 ». */
export function textName({ kind, number, datedOn }: ReferenceText): string {
  return `${TEXT_KIND_NAMES[kind]}${number === null ? '' : ` n°\u00A0${number}`} du ${formatDayShort(datedOn)}`
}

/** What the contract rests on, and where it says so (CON-08). */
export function TextsSection({ view }: { view: ContractView }): Html {
  const { texts, contract } = view
  const cited = texts.flatMap((text) =>
    text.citedBy
      .filter(({ contractCode }) => contractCode === contract.code)
      .map(({ what, passage }) => ({
        text: `${textName(text)}, ${text.title}`,
        hint: [what, passage ?? ''].filter((part) => part !== '').join(' · '),
      })),
  )
  return (
    <Section title="Textes de référence" id="textes" action={<a href={contractPaths.texts()}>Tous les textes</a>}>
      {cited.length === 0 ? <p>Aucun texte n’est encore cité par ce contrat.</p> : <Items items={cited} />}
    </Section>
  )
}

import { may } from '#access/permissions.ts'
import { instructionPaths } from '#instruction/paths.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { countFilesOfQpv } from './files-of-qpv-store.ts'
import type { NeighbourhoodPanel } from './neighbourhood-routes.tsx'

/** On the page of a neighbourhood, for who reads files: those of their own scope, call by call. */
export const filesOfQpvPanel: NeighbourhoodPanel = async (c, qpv) => {
  const mandate = c.var.mandateInUse
  if (!mandate || !may(mandate, 'application:read')) return null
  const calls = await countFilesOfQpv(c.var.db, mandate.scope, qpv.id)
  const [commune] = qpv.communes
  if (calls.length === 0 || !commune) return null
  const hrefOf = (code: string): string =>
    `${instructionPaths.files}?${new URLSearchParams([
      ['appel', code],
      ['commune', commune.code],
    ])}`
  return (
    <Section title="Les dossiers que vous pouvez lire" id="dossiers" intro="Cette partie n’est pas publique : elle dépend de votre mandat.">
      <Items
        items={calls.map(({ code, title, files }) => ({
          text: title,
          href: hrefOf(code),
          hint: `La liste s’ouvre sur la commune de ${commune.name}`,
          end: files === 1 ? '1\u00A0dossier du quartier' : `${files}\u00A0dossiers du quartier`,
        }))}
      />
    </Section>
  )
}

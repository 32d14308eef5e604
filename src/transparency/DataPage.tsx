import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { publicPaths } from './paths.ts'

export interface DataPageProps {
  frame: Frame
  years: readonly number[]
  fields: readonly { name: string; required: boolean; meaning: string }[]
  contractCode: string | undefined
}

export function DataPage({ frame, years, fields, contractCode }: DataPageProps): Html {
  return (
    <PublicPage
      frame={frame}
      title="Données ouvertes"
      lead={'Ce qui est financé, en fichiers que chacun peut reprendre. Licence Ouverte 2.0\u00A0: citez la source et la date.'}
    >
      <Subsidies years={years} />
      <Dictionary fields={fields} />
      <Section title="L’API" id="api-section">
        <p>
          <a href={publicPaths.api()}>Ce que l’API donne</a>
          {contractCode ? <Example contractCode={contractCode} /> : null}.
        </p>
      </Section>
    </PublicPage>
  )
}

function Subsidies({ years }: Pick<DataPageProps, 'years'>): Html {
  const hint = 'CSV, UTF-8, séparé par des virgules'
  return (
    <Section
      title="Les subventions, au schéma national"
      id="subventions"
      intro={'Une ligne par aide notifiée, au schéma SCDL «\u00A0Subventions\u00A0» 2.1.1. Les personnes physiques n’y paraissent jamais.'}
    >
      {years.length === 0 ? (
        <Empty title="Aucune subvention n’est encore notifiée" icon="download">
          Le fichier d’une année paraît avec sa première notification.
        </Empty>
      ) : (
        <>
          <Items items={years.map((year) => ({ text: `Subventions ${year}`, href: publicPaths.subsidies(year), hint, end: 'CSV' }))} />
          <p class="hint">
            Les textes sont ceux des dossiers, au format que demande le schéma. Un tableur peut lire comme une formule un texte qui commence
            par «&nbsp;=&nbsp;»&nbsp;: à l’import, choisissez le type «&nbsp;texte&nbsp;» pour les colonnes.
          </p>
        </>
      )}
    </Section>
  )
}

function Dictionary({ fields }: Pick<DataPageProps, 'fields'>): Html {
  return (
    <Section title="Dictionnaire" id="dictionnaire">
      <Table
        id="champs"
        caption="Les 16 champs du fichier des subventions"
        rows={fields}
        cards
        columns={[
          { key: 'name', head: 'Champ', rowHead: true, cell: (one) => one.name },
          { key: 'meaning', head: 'Ce qu’il contient', cell: (one) => one.meaning },
          { key: 'required', head: 'Obligatoire', cell: (one) => (one.required ? 'oui' : 'non') },
        ]}
      />
      <p>
        <a href={publicPaths.dictionary()}>Le dictionnaire en JSON</a>
      </p>
    </Section>
  )
}

function Example({ contractCode }: { contractCode: string }): Html {
  return (
    <>
      {' '}
      et un exemple&nbsp;: <a href={`/api/v1/contracts/${contractCode}/actions`}>les actions du contrat</a>
    </>
  )
}

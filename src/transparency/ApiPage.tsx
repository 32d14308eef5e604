import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { publicPaths } from './paths.ts'

export interface ApiOperation {
  method: string
  path: string
  summary: string
  parameters: readonly { name: string; where: string; required: boolean; meaning: string }[]
  answers: readonly { status: string; meaning: string }[]
}

/** A local viewer of the OpenAPI document: no script, no outside request. */
export function ApiPage({ frame, operations, example }: { frame: Frame; operations: readonly ApiOperation[]; example: string }): Html {
  return (
    <PublicPage
      frame={frame}
      title="L’API de Pilotis"
      crumbs={[{ label: 'Données ouvertes', href: publicPaths.data() }, { label: 'API' }]}
      lead="Une API (interface de programmation) donne à un programme ce que ces pages montrent. Sans jeton, elle ne donne que ce qui est public."
    >
      <Section title="Le document" id="document">
        <p>
          La description complète est au format OpenAPI 3.1&nbsp;: <a href={publicPaths.openapi()}>openapi.json</a>. Essayez&nbsp;:{' '}
          <a href={example}>{example}</a>.
        </p>
        <p>
          Une erreur se lit toujours dans <code>{'{ "error": { "code", "message", "details": [] } }'}</code>. Les montants sont en centimes
          d’euro, les parts entre 0 et 1.
        </p>
      </Section>
      {operations.map((operation, rank) => (
        <Operation operation={operation} id={`operation-${rank + 1}`} />
      ))}
    </PublicPage>
  )
}

function Operation({ operation, id }: { operation: ApiOperation; id: string }): Html {
  const { method, path, summary, parameters, answers } = operation
  return (
    <Section title={`${method} ${path}`} id={id} intro={summary}>
      {parameters.length === 0 ? null : (
        <Table
          id={`${id}-parametres`}
          caption="Paramètres"
          rows={parameters}
          cards
          columns={[
            { key: 'name', head: 'Nom', rowHead: true, cell: (one) => one.name },
            { key: 'where', head: 'Où', cell: (one) => (one.where === 'path' ? 'dans l’adresse' : 'après le «\u00A0?\u00A0»') },
            { key: 'required', head: 'Obligatoire', cell: (one) => (one.required ? 'oui' : 'non') },
            { key: 'meaning', head: 'Ce que c’est', cell: (one) => one.meaning },
          ]}
        />
      )}
      <Table
        id={`${id}-reponses`}
        caption="Réponses"
        rows={answers}
        cards
        columns={[
          { key: 'status', head: 'Code', rowHead: true, cell: (one) => one.status },
          { key: 'meaning', head: 'Sens', cell: (one) => one.meaning },
        ]}
      />
    </Section>
  )
}

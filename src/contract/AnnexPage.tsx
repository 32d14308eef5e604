import { formatDayShort } from '#platform/day.ts'
import { ACCEPTED_EXTENSIONS } from '#platform/file-kinds.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { FileField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { Annex } from './annex-store.ts'
import { contractPaths } from './paths.ts'
import type { Reader } from './reader.tsx'
import type { Contract } from './store.ts'

export interface AnnexPageProps {
  frame: Frame
  reader: Reader
  contract: Contract
  annex: Annex
  newId: string
  errors?: readonly FormError[]
}

/** One annex, every version of its file, and the way to put in the next. */
export function AnnexPage({ frame, reader, contract, annex, newId, errors = [] }: AnnexPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title={annex.title}
      crumbs={[{ label: contract.name, href: contractPaths.contract(contract.code) }, { label: annex.title }]}
      meta={[annex.theme]}
      errors={[...errors]}
    >
      <Section title="Cette annexe" id="annexe">
        <Facts
          items={[
            { name: 'Citée par le contrat', value: annex.cited ? 'oui' : 'non, mais attendue' },
            ...(annex.note === null ? [] : [{ name: 'À savoir', value: annex.note }]),
            { name: 'Source', value: annex.source },
          ]}
        />
      </Section>
      <Versions {...{ contract, annex }} />
      {reader.manages ? (
        <Section title="Verser une version" id="verser">
          <Form action={contractPaths.annex(contract.code, annex.id)} id={newId} multipart label="Verser une version">
            <FileField
              name="fichier"
              label="Fichier de l’annexe"
              hint="PDF, Word, Excel, OpenDocument, JPEG ou PNG, de 10&nbsp;Mo au plus."
              readers="les financeurs du contrat et les partenaires consultés"
              accept={ACCEPTED_EXTENSIONS}
              error={errorsOf([...errors])['fichier']}
            />
            <div class="row">
              <Submit>Verser ce fichier</Submit>
            </div>
          </Form>
        </Section>
      ) : null}
    </AgentPage>
  )
}

function Versions({ contract, annex }: { contract: Contract; annex: Annex }): Html {
  return (
    <Section title="Versions" id="versions">
      <Table
        id="versions-de-l-annexe"
        caption="Versions du fichier, la dernière d’abord"
        captionHidden
        cards
        rows={annex.files}
        empty={
          <Empty title="Fichier manquant" icon="file-up">
            Personne n’a encore versé le fichier de cette annexe.
          </Empty>
        }
        columns={[
          { key: 'version', head: 'Version', rowHead: true, cell: ({ version }) => `Version ${version}` },
          {
            key: 'file',
            head: 'Fichier',
            cell: ({ id, name }) => ({ text: name, href: contractPaths.annexFile(contract.code, annex.id, id) }),
          },
          { key: 'on', head: 'Versé le', cell: ({ putOn }) => formatDayShort(putOn) },
        ]}
      />
    </Section>
  )
}

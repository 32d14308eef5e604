import { LinkButton } from '#platform/kit/Button.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty, Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { ScreenOnly, Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { ApplicationFile } from './application-store.ts'
import { applicationPaths } from './calls-paths.ts'
import type { CopyField, CopyScreen, CopySheet } from './copy-sheet.ts'
import { partTitle } from './draft-words.tsx'
import { submissionPaths } from './submission-paths.ts'
import { TextLines } from './TextLines.tsx'

/** What to copy into the State’s portal, in its order and with its codes. It prints. */
export function CopySheetPage({ frame, file, sheets }: { frame: Frame; file: ApplicationFile; sheets: readonly CopySheet[] }): Html {
  return (
    <PublicPage
      frame={frame}
      title={`Fiche Dauphin · ${partTitle(file)}`}
      heading="Fiche à recopier dans Dauphin"
      crumbs={[
        { label: 'Mes demandes', href: applicationPaths.list },
        { label: partTitle(file), href: applicationPaths.application(file.id) },
        { label: 'Fiche Dauphin' },
      ]}
      meta={[file.organisationName, file.callTitle, 'Lu par vous seulement']}
      lead="Dauphin est le portail de l’État. Recopiez chaque case dans cet ordre, puis revenez écrire ici le numéro de dossier qu’il vous donne."
    >
      {sheets.length === 0 ? (
        <Empty title="Rien n’est demandé à l’État">Cette demande ne demande rien à l’État : il n’y a rien à déposer sur Dauphin.</Empty>
      ) : null}
      {file.state === 'draft' ? (
        <Notice state="warning">Cette demande n’est pas encore envoyée : ce qui change ici devra changer là-bas.</Notice>
      ) : null}
      {sheets.map((sheet, index) => (
        <Sheet sheet={sheet} rank={index + 1} many={sheets.length > 1} />
      ))}
      {file.state === 'submitted' ? (
        <ScreenOnly>
          <div class="row">
            <LinkButton href={`${submissionPaths.submission(file.id)}#etat`} icon="pencil">
              Écrire le numéro Dauphin
            </LinkButton>
          </div>
        </ScreenOnly>
      ) : null}
    </PublicPage>
  )
}

function Sheet({ sheet, rank, many }: { sheet: CopySheet; rank: number; many: boolean }): Html {
  const title = many ? `Dossier ${rank}\u00A0: ${partTitle(sheet.part)}` : partTitle(sheet.part)
  return (
    <Section title={title} id={`dossier-${rank}`} intro={many ? 'Un dossier Dauphin par action.' : undefined}>
      {sheet.screens.map((screen, index) => (
        <Screen screen={screen} id={`ecran-${rank}-${index + 1}`} />
      ))}
    </Section>
  )
}

/** Each value alone in its cell: a triple click takes it whole. */
function Screen({ screen, id }: { screen: CopyScreen; id: string }): Html {
  const coded = screen.fields.some(({ code }) => code !== undefined)
  return (
    <Table
      id={id}
      caption={screen.title}
      rows={screen.fields}
      columns={[
        ...(coded ? [{ key: 'code', head: 'Code', cell: ({ code }: CopyField) => code ?? null }] : []),
        { key: 'label', head: 'Case de Dauphin', rowHead: true, cell: ({ label }) => label },
        {
          key: 'value',
          head: 'À recopier',
          cell: ({ value }) => (value === '' ? { text: 'Rien', soft: true } : <TextLines text={value} />),
        },
      ]}
      empty={<p class="soft">Rien à recopier sur cet écran.</p>}
    />
  )
}

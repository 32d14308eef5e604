import { AGE_BAND_NAMES, AGE_BANDS } from '#calls/form-fields.ts'
import { formatDayShort } from '#platform/day.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { CheckBox } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { TextField } from '#platform/kit/fields.tsx'
import type { Flash, Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { agreementPaths } from './paths.ts'
import { AccountFields, PublicFields, ResultFields } from './ReportFields.tsx'
import { Prose } from './ReportPage.tsx'
import { accountLabel, GapTable, PublicTable } from './ReportTables.tsx'
import { finalReportDue, REPORT_KIND_NAMES } from './report-due.ts'
import { publicField, readReport } from './report-form.ts'
import { gapsBetween } from './report-gaps.ts'
import type { Report, ReportKey } from './report-store.ts'
import type { ReportGround } from './report-view-store.ts'

export interface ReportFormPageProps {
  frame: Frame
  of: ReportKey
  ground: ReportGround
  /** What is saved; undefined before the first draft. */
  report: Report | undefined
  newId: string
  values: Readonly<Record<string, string>>
  errors?: readonly FieldError[]
  flash?: Flash
  /** Two people: what the other saved, where it differs. */
  conflicts?: readonly { field: string; saved: string }[]
}

export function ReportFormPage(props: ReportFormPageProps): Html {
  const { frame, of, ground, report, errors = [], flash } = props
  const name = `${REPORT_KIND_NAMES[of.kind]} ${of.year}`
  const funders = [...new Set(ground.awards.map(({ funderName }) => funderName))].join(', ')
  return (
    <PublicPage
      frame={frame}
      title={`${name}\u00A0: ${ground.part.title}`}
      crumbs={[{ label: 'Mes subventions', href: agreementPaths.grants }, { label: name }]}
      meta={[
        of.kind === 'final'
          ? `À déposer au plus tard le ${formatDayShort(finalReportDue(of.year))}`
          : 'À déposer avant votre prochaine demande',
      ]}
      lead={`Un seul bilan pour tous les financeurs\u00A0: ${funders}.`}
      errors={errors}
      {...(flash ? { flash } : {})}
    >
      {report?.depositedOn ? <Deposited report={report} ground={ground} /> : <Draft {...props} />}
    </PublicPage>
  )
}

function Draft({ of, ground, report, newId, values, errors = [], conflicts = [] }: ReportFormPageProps): Html {
  const fields = { ground, values, errors: errorsOf(errors) }
  const { content } = readReport(values)
  return (
    <>
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} /> : null}
      <Form action={agreementPaths.writeReport(of)} id={newId} hidden={{ revision: String(report?.revision ?? 0) }}>
        <ResultFields {...fields} />
        <PublicFields {...fields} />
        <AccountFields {...fields} />
        {content.lines.length > 0 ? (
          <Section title="Prévu et réalisé, à l’instant" id="apercu">
            <GapTable gaps={gapsBetween(ground.planned, content.lines)} />
          </Section>
        ) : null}
        <div class="row">
          <Submit name="geste" value="enregistrer" kind="second">
            Enregistrer le brouillon
          </Submit>
        </div>
        <Certification values={values} error={fields.errors['certifie-par']} />
      </Form>
    </>
  )
}

function Certification({ values, error }: { values: ReportFormPageProps['values']; error: string | undefined }): Html {
  return (
    <Section title="Certifier et déposer" id="deposer" intro="Après le dépôt, le bilan ne change plus : les financeurs le lisent.">
      <TextField
        name="certifie-par"
        label="Nom et qualité de la personne qui certifie"
        example="La présidente de l’association"
        optional
        maxLength={200}
        value={values['certifie-par']}
        error={error}
      />
      <CheckBox
        name="certifie"
        label="Je certifie que ces informations et ces comptes sont exacts et sincères."
        checked={values['certifie'] === 'oui'}
        optional
      />
      <div class="row">
        <Submit name="geste" value="deposer">
          Déposer le bilan
        </Submit>
      </div>
    </Section>
  )
}

/** Both texts are here: one in the field, the other beside. Saving again chooses what is in the field. */
function Conflicts({ conflicts }: { conflicts: NonNullable<ReportFormPageProps['conflicts']> }): Html {
  return (
    <Notice state="warning" title="Une autre personne a enregistré ce bilan entre-temps" live>
      <p>
        Rien n’est perdu : vos réponses sont dans les champs, les siennes sont ci-dessous. Corrigez les champs s’il le faut, puis
        enregistrez de nouveau.
      </p>
      <Items items={conflicts.map(({ field, saved }) => ({ text: fieldLabel(field), hint: saved === '' ? '(vide)' : saved }))} />
    </Notice>
  )
}

const LABELS: Readonly<Record<string, string>> = {
  realisations: 'Réalisations',
  difficultes: 'Difficultés et écarts',
  indicateur: 'Indicateur atteint',
}

function fieldLabel(field: string): string {
  const known = LABELS[field]
  if (known) return known
  if (field.startsWith('realise.')) return accountLabel(field.slice('realise.'.length))
  const band = AGE_BANDS.find((one) => field === publicField(one, 'women') || field === publicField(one, 'men'))
  return band ? `${AGE_BAND_NAMES[band]}, ${field === publicField(band, 'women') ? 'femmes' : 'hommes'}` : field
}

function Deposited({ report, ground }: { report: Report; ground: ReportGround }): Html {
  return (
    <>
      <Notice state="success" title={`Déposé le ${report.depositedOn ? formatDayShort(report.depositedOn) : ''}`}>
        {`Certifié par ${report.certifiedBy ?? ''}. Les financeurs le lisent, il ne change plus.`}
      </Notice>
      <Section title="Ce qui a été fait" id="fait">
        <Prose text={report.achievements} />
        {report.difficulties === '' ? null : <Prose text={report.difficulties} />}
      </Section>
      <Section title="Public" id="titre-public">
        <PublicTable planned={ground.part.publics} reached={report.publics} />
      </Section>
      <Section title="Comptes" id="comptes">
        <GapTable gaps={gapsBetween(ground.planned, report.lines)} />
      </Section>
    </>
  )
}

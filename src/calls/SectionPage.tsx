import { type Day, dayInParis, formatInstant } from '#platform/day.ts'
import { Button, Submit } from '#platform/kit/Button.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { FieldReaders } from '#platform/kit/field.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { AxisFields } from './AxisFields.tsx'
import { BudgetFields } from './BudgetFields.tsx'
import { ConflictBox } from './ConflictBox.tsx'
import { CALL_CLOSED } from './call-period.ts'
import { applicationPaths } from './calls-paths.ts'
import { DraftTasks } from './DraftTasks.tsx'
import { draftMeta, partTitle } from './draft-words.tsx'
import { fieldsOfSection } from './form-fields.ts'
import { concerns, type FormSection, READERS } from './form-version.ts'
import { OrganisationFacts } from './OrganisationFacts.tsx'
import { PublicFields, TerritoryFields } from './PlaceFields.tsx'
import { QuestionField } from './QuestionField.tsx'
import { type SectionForm, sectionForm } from './section-form.ts'
import type { SectionView } from './section-store.ts'

export interface SectionPageProps {
  frame: Frame
  view: SectionView
  today: Day
  /** Just sent: what is missing is said too. */
  sent: boolean
  /** Who reads the page, to be told « vous ». */
  readerId: string
}

/** A page sent after the closing: its texts are still in it. */
export const NOT_SAVED = 'Votre texte n’est pas enregistré\u00A0: copiez-le avant de quitter la page'

/** One page of the form, with the list of the others. It works without script; with it, each field is saved as one goes. */
export function SectionPage({ frame, view, today, sent, readerId }: SectionPageProps): Html {
  const { file, part, section, content } = view
  const form = sectionForm(view, sent)
  const errors = form.summary.map(({ field, summary }) => ({ field, message: summary }))
  return (
    <PublicPage
      frame={frame}
      title={`${section.title} · ${partTitle(part)}`}
      heading={partTitle(part)}
      crumbs={[
        { label: 'Mes demandes', href: applicationPaths.list },
        { label: `${file.callTitle}`, href: applicationPaths.application(file.id) },
        { label: section.title },
      ]}
      meta={draftMeta(file, today)}
      errors={errors}
      errorsTitle={summaryTitle(section, errors.length)}
      islands
    >
      <div class="with-aside start">
        <DraftTasks content={content} partId={part.id} current={section.key} closed={view.closed} fold />
        <div class="stack loose">
          {view.closed ? (
            <Notice state="error" title={NOT_SAVED} live>
              {`${CALL_CLOSED}.`}
            </Notice>
          ) : null}
          <SectionTitle view={view} />
          {form.conflicts.map((conflict) => (
            <ConflictBox conflict={conflict} view={view} readerId={readerId} />
          ))}
          <SectionFields view={view} form={form} today={today} />
        </div>
      </div>
    </PublicPage>
  )
}

function summaryTitle(section: FormSection, count: number): string {
  const left = count === 1 ? 'un point est à compléter ou à corriger' : `${count} points sont à compléter ou à corriger`
  return `« ${section.title} »\u00A0: tout est enregistré, mais ${left}`
}

function SectionTitle({ view }: { view: SectionView }): Html {
  const { file, part, section, content } = view
  const steps = content.form.sections
  const step = `Étape ${steps.indexOf(section) + 1} sur ${steps.length + 2}`
  const among =
    file.parts.length > 1 && section.subject === 'part' ? `Action ${file.parts.indexOf(part) + 1} sur ${file.parts.length} · ` : ''
  return (
    <div class="stack tight">
      <p class="soft">{`${among}${step}`}</p>
      <h2>{section.title}</h2>
      <p>{introOf(view)}</p>
      {section.grids.includes('budget') ? <FieldReaders id="budget" readers={READERS.funders} /> : null}
    </div>
  )
}

function SectionFields({ view, form, today }: { view: SectionView; form: SectionForm; today: Day }): Html {
  const { file, section, subjectId, content } = view
  const partId = section.subject === 'part' ? subjectId : undefined
  const at = { section: section.key, partId }
  return (
    <div data-island="Autosave" data-href={applicationPaths.fields(file.id)} data-subject={subjectId}>
      <Form action={applicationPaths.section(file.id, at)}>
        <Revisions view={view} form={form} />
        {section.key === 'organisation' ? <OrganisationFacts {...view} /> : null}
        {section.grids.map((grid) => GRIDS[grid]({ view, form }))}
        {section.questions
          .filter((question) => concerns(question, content.legalForm))
          .map((question) => (
            <QuestionField
              question={question}
              value={form.raws.get(question.key) ?? ''}
              error={form.errors.get(question.key)}
              choices={content.choices}
            />
          ))}
        <SectionEnd view={view} today={today} />
      </Form>
    </div>
  )
}

const GRIDS = {
  territory: (props: { view: SectionView; form: SectionForm }) => <TerritoryFields {...props} />,
  public: (props: { view: SectionView; form: SectionForm }) => <PublicFields {...props} />,
  axes: (props: { view: SectionView; form: SectionForm }) => <AxisFields {...props} />,
  budget: (props: { view: SectionView; form: SectionForm }) => <BudgetFields {...props} />,
} satisfies Record<FormSection['grids'][number], (props: { view: SectionView; form: SectionForm }) => Html>

function introOf({ section, lastYear, part }: SectionView): string {
  if (!lastYear || !part.renewed || section.subject !== 'part') return section.intro
  const under = section.grids.includes('budget') ? ` Sous chaque case, le montant prévu en ${lastYear.year}.` : ''
  return `Nous avons repris vos réponses de ${lastYear.year}\u00A0: ne changez que ce qui change. ${section.intro}${under}`
}

/** The revision each text was read at, so that a text written over a newer one is seen. */
function Revisions({ view, form }: { view: SectionView; form: SectionForm }): Html {
  const shown = fieldsOfSection(view.section, view.content.choices).filter(
    ({ question }) => question === undefined || concerns(question, view.content.legalForm),
  )
  return (
    <>
      {shown.map(({ field }) => (
        <input type="hidden" name={`rev.${field}`} value={String(form.revisions.get(field) ?? 0)} />
      ))}
    </>
  )
}

function savedWords(savedAt: Date, today: Day): string {
  const words = `le ${formatInstant(savedAt)}`
  return dayInParis(savedAt) === today ? `aujourd’hui à ${words.split(' à ').at(-1)}` : words
}

function SectionEnd({ view, today }: { view: SectionView; today: Day }): Html {
  const { savedAt } = view.file
  return (
    <>
      <div class="row">
        <Submit>Enregistrer et continuer</Submit>
        <Button type="submit" kind="second" name="later" value="oui">
          Enregistrer et finir plus tard
        </Button>
      </div>
      <p class="hint">
        L’envoi ne vaut pas dépôt auprès de l’État&nbsp;: nous préparons la fiche, dans l’ordre et avec les codes du portail Dauphin, que
        vous y recopiez.
      </p>
      <p class="hint" data-saved role="status">
        {savedAt === null ? 'Rien n’est encore enregistré.' : `Dernier enregistrement ${savedWords(savedAt, today)}.`}
      </p>
    </>
  )
}

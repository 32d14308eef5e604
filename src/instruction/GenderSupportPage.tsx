import { type Day, formatDayShort } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Filters } from '#platform/kit/Filters.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, NumberField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import type { Candidate } from './gender-support-store.ts'
import { NOT_A_PENALTY } from './gender-words.ts'
import { meansPaths } from './means-paths.ts'

export interface GenderSupportPageProps {
  frame: Frame
  year: number
  years: readonly number[]
  candidates: readonly Candidate[]
  target: number
  today: Day
  newId: string
  may: { record: boolean; plan: boolean }
  sentBack?: { values: Record<string, string>; errors: readonly FormError[] } | undefined
}

/** A marker of 0 opens support: who may be offered some, and how far the year has come. */
export function GenderSupportPage(props: GenderSupportPageProps): Html {
  const { frame, year, years, candidates, target, sentBack, may } = props
  const reached = candidates.filter(({ doneOn }) => doneOn !== null).length
  return (
    <AgentPage
      frame={frame}
      title="Porteurs à accompagner sur l’égalité"
      crumbs={[
        { label: 'Instruction', href: '/instruction' },
        { label: 'Marqueur égalité', href: meansPaths.markers },
        { label: 'Accompagnement' },
      ]}
      meta={[`${reached} ${reached > 1 ? 'porteurs accompagnés' : 'porteur accompagné'} sur un objectif de ${target}`]}
      lead={`Les porteurs dont une action de ${year} ne prend pas encore en compte l’égalité. ${NOT_A_PENALTY}`}
      errors={[...(sentBack?.errors ?? [])]}
    >
      <Filters action={meansPaths.support}>
        <SelectField
          name="annee"
          label="Année"
          value={String(year)}
          options={years.map((one) => ({ value: String(one), label: String(one) }))}
        />
      </Filters>
      <Section title="Porteurs" id="porteurs">
        <CandidateTable year={year} candidates={candidates} />
      </Section>
      {may.record && candidates.length > 0 ? <SupportForm {...props} /> : null}
      {may.plan ? <TargetForm {...props} /> : null}
    </AgentPage>
  )
}

function CandidateTable({ year, candidates }: Pick<GenderSupportPageProps, 'year' | 'candidates'>): Html {
  return (
    <Table
      id="a-accompagner"
      caption={`Porteurs à accompagner en ${year}`}
      captionHidden
      cards
      rows={candidates}
      columns={[
        { key: 'name', head: 'Porteur', rowHead: true, cell: (one) => one.organisationName },
        { key: 'actions', head: 'Actions concernées', numeric: true, cell: ({ actions }) => String(actions) },
        {
          key: 'done',
          head: 'Accompagnement',
          cell: ({ nature, doneOn }) =>
            doneOn === null ? { text: 'À proposer', soft: true } : { text: nature ?? '', sub: formatDayShort(doneOn) },
        },
      ]}
      empty={<Empty title="Aucun porteur ici">Aucune action évaluée de cette année n’a le marqueur 0.</Empty>}
    />
  )
}

function SupportForm({ candidates, year, today, newId, sentBack }: GenderSupportPageProps): Html {
  const [values, errors] = [sentBack?.values ?? {}, errorsOf([...(sentBack?.errors ?? [])])]
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <Section title="Noter un accompagnement" id="noter">
      <Form action={meansPaths.support} id={values['id'] ?? newId} hidden={{ annee: String(year) }} label="Noter un accompagnement">
        <SelectField
          {...field('organisation')}
          label="Porteur"
          empty="Choisissez"
          options={candidates.map((one) => ({ value: one.organisationId, label: one.organisationName }))}
        />
        <TextField
          {...field('nature')}
          label="Ce qui a été fait"
          example="Demi-journée de sensibilisation"
          maxLength={200}
          readers="les personnes qui instruisent"
        />
        <DateField {...field('doneOn')} label="Le" value={values['doneOn'] ?? today} max={today} />
        <div class="row">
          <Submit>Noter</Submit>
        </div>
      </Form>
    </Section>
  )
}

function TargetForm({ year, target, sentBack }: GenderSupportPageProps): Html {
  const errors = errorsOf([...(sentBack?.errors ?? [])])
  return (
    <Section title="Objectif de l’année" id="objectif">
      <Form action={meansPaths.supportTarget} hidden={{ annee: String(year) }} label="Objectif de l’année">
        <NumberField
          name="target"
          label="Porteurs à accompagner"
          value={sentBack?.values['target'] ?? String(target)}
          error={errors['target']}
          unit="porteurs"
        />
        <div class="row">
          <Submit kind="second">Fixer l’objectif</Submit>
        </div>
      </Form>
    </Section>
  )
}

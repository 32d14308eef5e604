import { type Day, formatDay } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { AgentPage } from '#platform/kit/AgentPage.tsx'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Table } from '#platform/kit/Table.tsx'
import { fundingPaths } from './paths.ts'
import { type ProgrammingSetting, SETTING_CODES, type SettingCode } from './programming-setting.ts'

export const SETTING_WORDS = {
  'employment-share': 'Part de l’emploi dans les crédits spécifiques',
  'multi-year-share': 'Part des crédits sous convention pluriannuelle',
  'empty-year-alert': 'Jour d’alerte des porteurs sans décision',
} satisfies Record<SettingCode, string>

export interface TargetsPageProps {
  frame: Frame
  settings: readonly ProgrammingSetting[]
  today: Day
  newId: string
  mayChange: boolean
  typed?: Record<string, string>
  errors?: readonly FormError[]
}

/** What the contract aims at in its programming, each value with its day and where it is written. */
export function TargetsPage({ frame, settings, today, newId, mayChange, typed = {}, errors = [] }: TargetsPageProps): Html {
  return (
    <AgentPage
      frame={frame}
      title="Cibles de la programmation"
      crumbs={[
        { label: 'Programmation', href: fundingPaths.programming() },
        { label: 'Analyse', href: fundingPaths.analysis() },
        { label: 'Cibles' },
      ]}
      lead="Une cible vaut à partir de son jour d’effet ; une année ancienne garde la sienne."
      errors={[...errors]}
    >
      <Section title="Cibles fixées" id="cibles">
        <Settings settings={settings} />
      </Section>
      {mayChange ? (
        <Section title="Fixer une cible" id="fixer">
          <ChangeForm {...{ typed, today, newId }} errors={errorsOf([...errors])} />
        </Section>
      ) : null}
    </AgentPage>
  )
}

function Settings({ settings }: { settings: readonly ProgrammingSetting[] }): Html {
  if (settings.length === 0) return <Empty title="Le contrat n’a fixé aucune cible">L’analyse donne les parts sans les comparer.</Empty>
  return (
    <Table
      id="cibles-fixees"
      caption="Cibles du contrat"
      captionHidden
      rows={settings}
      cards
      columns={[
        { key: 'code', head: 'Cible', rowHead: true, cell: ({ code }) => SETTING_WORDS[code] },
        { key: 'value', head: 'Valeur', numeric: true, cell: valueWords },
        { key: 'from', head: 'À partir du', cell: ({ validFrom }) => formatDay(validFrom) },
        { key: 'source', head: 'Source', cell: ({ source }) => source, wide: true },
      ]}
    />
  )
}

const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 2 })

function valueWords({ code, value }: ProgrammingSetting): string {
  return code === 'empty-year-alert' ? value.split('-').reverse().join('/') : percent.format(Number(value))
}

function ChangeForm({
  typed,
  errors,
  today,
  newId,
}: {
  typed: Record<string, string>
  errors: Record<string, string | undefined>
  today: Day
  newId: string
}): Html {
  const options = SETTING_CODES.map((value) => ({ value, label: SETTING_WORDS[value] }))
  return (
    <Form action={fundingPaths.targets()} id={newId}>
      <SelectField name="code" label="Cible" empty="Choisir" options={options} value={typed['code']} error={errors['code']} />
      <TextField
        name="value"
        label="Valeur"
        hint="Un pourcentage, ou un jour et un mois."
        example="20, ou 30/04"
        short
        value={typed['value']}
        error={errors['value']}
        maxLength={8}
      />
      <DateField name="validFrom" label="À partir du" value={typed['validFrom'] ?? today} error={errors['validFrom']} />
      <TextField
        name="source"
        label="Source"
        hint="Le texte ou la décision qui la fixe."
        example="Comité de pilotage du 12 janvier 2027"
        readers="les financeurs du contrat"
        value={typed['source']}
        error={errors['source']}
        maxLength={300}
      />
      <Submit>Fixer la cible</Submit>
    </Form>
  )
}

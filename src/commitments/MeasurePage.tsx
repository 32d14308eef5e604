import { readersOf } from '#access/field-readers.ts'
import { type Reader, ReaderPage } from '#contract/reader.tsx'
import { type Day, formatDayShort } from '#platform/day.ts'
import type { FormError } from '#platform/form.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { SelectField } from '#platform/kit/choices.tsx'
import { errorsOf } from '#platform/kit/ErrorSummary.tsx'
import { Facts } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { DateField, TextField } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Items } from '#platform/kit/Items.tsx'
import { Empty } from '#platform/kit/Notice.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { Timeline } from '#platform/kit/Timeline.tsx'
import { LEVEL_NAMES, LEVELS, PROGRAMME_NAMES } from './measure-level.ts'
import type { Measure } from './measure-store.ts'
import { commitmentPaths } from './paths.ts'

export interface MeasurePageProps {
  frame: Frame
  reader: Reader
  measure: Measure
  today: Day
  form: { open: boolean; newId: string; values: Readonly<Record<string, string>>; errors: readonly FormError[] }
}

/** One measure: its indicators, the history of its level, what the contracts say of it. */
export function MeasurePage({ frame, reader, measure, today, form }: MeasurePageProps): Html {
  const { number, title, programme, programmeLegible, axis, theme, sourceDocument, sourceLines, note } = measure
  return (
    <ReaderPage
      reader={reader}
      frame={frame}
      title={`Mesure ${number}`}
      crumbs={[{ label: 'Les 40 mesures', href: commitmentPaths.measures() }, { label: `Mesure ${number}` }]}
      lead={title}
      errors={[...form.errors]}
    >
      <Section title="La mesure" id="mesure">
        <Facts
          items={[
            {
              name: 'Programme',
              value: programmeLegible ? PROGRAMME_NAMES[programme] : `${PROGRAMME_NAMES[programme]} (rattachement par nous)`,
            },
            { name: 'Axe', value: axis ?? 'illisible dans le document' },
            { name: 'Thème', value: theme },
            { name: 'Source', value: `${sourceDocument}, lignes ${sourceLines}` },
            ...(note === null ? [] : [{ name: 'À savoir', value: note }]),
          ]}
        />
      </Section>
      <Levels measure={measure} />
      <Indicators measure={measure} />
      <Said measure={measure} />
      {form.open ? <LevelForm {...{ measure, today, form }} /> : null}
    </ReaderPage>
  )
}

function Levels({ measure }: { measure: Measure }): Html {
  return (
    <Section title="Niveau d’engagement" id="niveau">
      <Timeline
        events={measure.levels.map(({ level, reading, knownOn, reason, source }) => ({
          when: formatDayShort(knownOn),
          iso: knownOn,
          title: `${level === null ? 'Illisible dans le document' : LEVEL_NAMES[level]}${reading === 'inferred' ? ', à confirmer' : ''}`,
          detail: `${reason === null ? '' : `Corrigé\u00A0: ${reason}. `}Source\u00A0: ${source}.`,
        }))}
      />
    </Section>
  )
}

function Indicators({ measure }: { measure: Measure }): Html {
  return (
    <Section title="Indicateurs" id="indicateurs">
      {measure.indicators.length === 0 ? (
        <Empty title="Aucun indicateur lisible" icon="chart-line">
          Le document ne permet pas de lire les indicateurs de cette mesure.
        </Empty>
      ) : (
        <Items
          items={measure.indicators.map(({ label, target }) => ({
            text: label ?? 'Libellé illisible',
            ...(target === null ? {} : { hint: `Cible\u00A0: ${target}` }),
          }))}
        />
      )}
    </Section>
  )
}

function Said({ measure }: { measure: Measure }): Html {
  return (
    <Section title="Ce que les contrats en disent" id="contrats" intro="Rapprochement fait par nous, d’après l’intitulé des engagements.">
      {measure.commitments.length === 0 ? (
        <Empty title="Rien de lu" icon="handshake">
          Aucun engagement d’un contrat tenu ici n’a été rapproché de cette mesure.
        </Empty>
      ) : (
        <Items
          items={measure.commitments.map(({ code, partner, title, contractName }) => ({
            text: title,
            href: commitmentPaths.commitment(code),
            hint: `${partner}, ${contractName}`,
          }))}
        />
      )}
    </Section>
  )
}

function LevelForm({ measure, today, form }: Pick<MeasurePageProps, 'measure' | 'today' | 'form'>): Html {
  const said = errorsOf([...form.errors])
  const field = (name: string) => ({ name, value: form.values[name], error: said[name] })
  return (
    <Section title="Enregistrer un niveau" id="enregistrer" intro="Un niveau avance ; sinon c’est une correction, et elle se motive.">
      <Form action={commitmentPaths.levels(measure.number)} id={form.newId} label="Enregistrer un niveau">
        <SelectField
          {...field('level')}
          label="Niveau"
          empty="Choisissez"
          options={LEVELS.map((value) => ({ value, label: LEVEL_NAMES[value] }))}
        />
        <DateField {...field('knownOn')} label="Constaté le" max={today} value={form.values['knownOn'] ?? today} />
        <TextField
          {...field('source')}
          label="Où le lit-on"
          example="Instruction du 3 mars 2020"
          maxLength={300}
          readers={readersOf('contract.text')}
        />
        <TextField {...field('reason')} label="Motif, si le niveau recule" optional maxLength={300} readers={readersOf('contract.text')} />
        <div class="row">
          <Submit>Enregistrer ce niveau</Submit>
        </div>
      </Form>
    </Section>
  )
}

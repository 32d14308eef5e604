import { readersOf } from '#access/field-readers.ts'
import { AGE_BAND_NAMES, AGE_BANDS } from '#calls/form-fields.ts'
import { NumberField, TextArea, TextField } from '#platform/kit/fields.tsx'
import type { Html } from '#platform/kit/html.ts'
import { Balance, LedgerGroup, LedgerSum } from '#platform/kit/Ledger.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatAmount, formatEuros } from '#platform/money.ts'
import { type AmountLine, readLines } from './amount-lines.ts'
import { BudgetLines } from './BudgetLines.tsx'
import { publicField } from './report-form.ts'
import { chargesOf } from './report-gaps.ts'
import type { ReportGround } from './report-view-store.ts'

export interface ReportFieldsProps {
  ground: ReportGround
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string | undefined>>
}

const READERS = readersOf('report.text')

export function ResultFields({ ground: { part }, values, errors }: ReportFieldsProps): Html {
  const target = [part.indicator, part.indicatorTarget].filter((text) => text !== '').join(', cible\u00A0: ')
  return (
    <Section title="Ce qui a été fait" id="fait">
      <TextArea
        name="realisations"
        label="Réalisations"
        hint={part.expectedResult === '' ? 'Ce qui a eu lieu, où, quand, avec qui.' : `Vous aviez écrit\u00A0: ${part.expectedResult}`}
        readers={READERS}
        rows={6}
        value={values['realisations']}
        error={errors['realisations']}
      />
      <TextField
        name="indicateur"
        label="Indicateur atteint"
        readers={READERS}
        hint={target === '' ? 'La valeur de votre indicateur à la fin de l’action.' : `Prévu\u00A0: ${target}`}
        value={values['indicateur']}
        error={errors['indicateur']}
      />
      <TextArea
        name="difficultes"
        label="Difficultés et écarts"
        hint={'Ce qui n’a pas marché, et pourquoi une ligne du budget s’écarte d’au moins 10\u00A0% et 500\u00A0€.'}
        readers={READERS}
        optional
        rows={4}
        value={values['difficultes']}
        error={errors['difficultes']}
      />
    </Section>
  )
}

export function PublicFields({ ground: { part }, values, errors }: ReportFieldsProps): Html {
  return (
    <Section title="Public touché" id="public" intro="Combien de personnes, par âge et par sexe. Aucun nom.">
      {AGE_BANDS.map((band) => {
        const planned = part.publics.find(({ ageBand }) => ageBand === band)
        return (
          <fieldset class="row">
            <legend>{AGE_BAND_NAMES[band]}</legend>
            {(['women', 'men'] as const).map((sex) => (
              <NumberField
                name={publicField(band, sex)}
                label={sex === 'women' ? 'Femmes' : 'Hommes'}
                hint={`Prévu\u00A0: ${planned?.[sex] ?? 0}`}
                optional
                value={values[publicField(band, sex)]}
                error={errors[publicField(band, sex)]}
              />
            ))}
          </fieldset>
        )
      })}
    </Section>
  )
}

export function AccountFields({ ground: { planned, awards }, values, errors }: ReportFieldsProps): Html {
  const spent: AmountLine[] = readLines(values, 'realise').lines
  const hints = Object.fromEntries(planned.map(({ account, amount }) => [account, formatEuros(amount)]))
  return (
    <Section
      title="Comptes"
      id="comptes"
      intro="Ce que l’action a vraiment coûté et rapporté, ligne par ligne du dernier budget. Les totaux sont calculés."
    >
      <div>
        <div class="cols">
          <BudgetLines side="charges" title="Charges réalisées" prefix="realise" values={values} errors={errors} planned={hints} />
          <BudgetLines side="products" title="Produits réalisés" prefix="realise" values={values} errors={errors} planned={hints}>
            <LedgerGroup code="74" label="Subventions des financeurs du contrat">
              {awards.map((award) => (
                <LedgerSum label={`${award.funderName}, payé`} value={`${formatAmount(award.paid)} sur ${formatEuros(award.decided)}`} />
              ))}
            </LedgerGroup>
          </BudgetLines>
        </div>
        <Balance
          rows={[
            { label: 'Charges prévues', value: formatEuros(chargesOf(planned)) },
            { label: 'Charges réalisées', value: formatEuros(chargesOf(spent)) },
          ]}
        />
      </div>
    </Section>
  )
}

import { readersOf } from '#access/field-readers.ts'
import { type Day, formatDayShort } from '#platform/day.ts'
import { newId } from '#platform/ids.ts'
import { Submit } from '#platform/kit/Button.tsx'
import { RadioField } from '#platform/kit/choices.tsx'
import { errorsOf, type FieldError } from '#platform/kit/ErrorSummary.tsx'
import { formatCount } from '#platform/kit/escape.ts'
import { Facts, Figures } from '#platform/kit/Facts.tsx'
import { Form } from '#platform/kit/Form.tsx'
import { MoneyField, TextArea } from '#platform/kit/fields.tsx'
import type { Frame } from '#platform/kit/frame.ts'
import type { Html } from '#platform/kit/html.ts'
import { Notice } from '#platform/kit/Notice.tsx'
import { PublicPage } from '#platform/kit/PublicPage.tsx'
import { Section } from '#platform/kit/Section.tsx'
import { formatAmount, formatEuros } from '#platform/money.ts'
import type { MyOpinion } from './my-opinions-store.ts'
import { LinkTerms, SignerFields, type Signing } from './OpinionLinkPages.tsx'
import { OPINION_KINDS, OPINION_NAMES } from './opinion-kinds.ts'
import type { LinkedFile } from './opinion-link-file-store.ts'
import type { OpinionLink } from './opinion-link-store.ts'
import { instructionPaths } from './paths.ts'

export interface LinkFilePageProps {
  frame: Frame
  token: string
  link: OpinionLink
  file: LinkedFile
  row: MyOpinion
  today: Day
  signing: Signing
  /** The link opens other files too. */
  several: boolean
  sent?: { values: Record<string, string>; errors: readonly FieldError[] } | undefined
}

/** One file opened by a link: what it is, then the opinion. */
export function OpinionLinkFilePage(props: LinkFilePageProps): Html {
  const { frame, token, link, file, row, several, sent } = props
  const title = file.title || 'Sans titre'
  return (
    <PublicPage
      frame={{ ...frame, menu: [] }}
      title={title}
      crumbs={several ? [{ label: 'Avis demandés', href: instructionPaths.link(token) }, { label: title }] : []}
      lead={`${file.organisationName}, ${file.renewed ? 'action reconduite' : 'nouvelle action'} ${file.year}`}
      errors={sent?.errors ?? []}
    >
      <LinkTerms link={link} />
      <Summary file={file} row={row} />
      {row.past ? (
        <Notice title="Le comité a examiné ce dossier.">Les avis ne sont plus reçus par ce lien.</Notice>
      ) : (
        <Section title="Rendre l’avis de votre organisation" id="rendre">
          <OpinionForm {...props} />
        </Section>
      )}
    </PublicPage>
  )
}

function Summary({ file, row }: { file: LinkedFile; row: MyOpinion }): Html {
  const people = file.women + file.men
  return (
    <Section title="Résumé" id="resume">
      <Figures
        items={[
          { label: 'Coût de l’action', value: formatEuros(file.cost) },
          {
            label: 'Public attendu',
            value: people === 0 ? 'à venir' : formatCount(people),
            note: `dont ${formatCount(file.women)} femmes et filles`,
          },
          ...(row.hasMoney
            ? [{ label: 'Demandé à vous', value: row.asked ? formatEuros(row.asked) : 'rien', step: 'asked' as const }]
            : []),
        ]}
      />
      {file.summary === '' ? <p class="soft">Le porteur n’a pas décrit cette action.</p> : <p>{file.summary}</p>}
      <Facts items={factsOf(file, row)} />
    </Section>
  )
}

function factsOf(file: LinkedFile, row: MyOpinion): { name: string; value: string }[] {
  return [
    { name: 'Quartiers', value: row.qpvs || 'à préciser' },
    ...(file.themeLabel ? [{ name: 'Thème', value: file.themeLabel }] : []),
    ...(file.orientationLabel ? [{ name: 'Orientation', value: file.orientationLabel }] : []),
    ...(file.startsOn && file.endsOn
      ? [{ name: 'Dates', value: `du ${formatDayShort(file.startsOn)} au ${formatDayShort(file.endsOn)}` }]
      : []),
    ...(file.expectedResult === '' ? [] : [{ name: 'Résultat attendu', value: file.expectedResult }]),
    ...(file.indicator === '' ? [] : [{ name: 'Indicateur', value: indicatorWords(file) }]),
    {
      name: 'Demandé',
      value: file.requests.map(({ funder, asked }) => `${funder}\u00A0: ${formatEuros(asked)}`).join(', ') || 'rien',
    },
  ]
}

function indicatorWords({ indicator, indicatorTarget }: LinkedFile): string {
  return indicatorTarget === '' ? indicator : `${indicator} (cible\u00A0: ${indicatorTarget})`
}

function OpinionForm({ token, row, signing, sent }: LinkFilePageProps): Html {
  const errors = sent?.errors ?? []
  const messages = errorsOf(errors)
  const values = sent?.values ?? givenValues(row)
  return (
    <Form
      action={instructionPaths.linkFile(token, row.requestId)}
      id={values['id'] ?? newId()}
      hidden={{ seen: values['seen'] ?? '' }}
      label="Rendre l’avis"
    >
      {row.kind === null ? null : <p>{givenWords(row)}</p>}
      <RadioField
        name="kind"
        label="Votre avis"
        value={values['kind']}
        error={messages['kind']}
        options={OPINION_KINDS.map((kind) => ({ value: kind, label: OPINION_NAMES[kind] }))}
      />
      {row.hasMoney ? <AmountField row={row} value={values['amount']} error={messages['amount']} /> : null}
      <TextArea
        name="reason"
        label="Motif"
        rows={5}
        value={values['reason']}
        error={messages['reason']}
        readers={readersOf('opinion.reason')}
      />
      <SignerFields signing={signing} errors={errors} />
      <div class="row">
        <Submit>{row.kind === null ? 'Rendre l’avis' : 'Corriger l’avis'}</Submit>
      </div>
    </Form>
  )
}

function AmountField({ row, value, error }: { row: MyOpinion; value: string | undefined; error: string | undefined }): Html {
  const hint = row.asked
    ? `Demandé\u00A0: ${formatEuros(row.asked)}.`
    : 'Rien ne vous est demandé\u202F; vous pouvez proposer sur votre enveloppe.'
  return <MoneyField name="amount" label="Montant que vous proposez" optional hint={hint} {...fieldOf(value, error)} />
}

function fieldOf(value: string | undefined, error: string | undefined) {
  return { ...(value === undefined ? {} : { value }), ...(error === undefined ? {} : { error }) }
}

/** A correction begins from what was given. */
function givenValues({ kind, reason, proposed, opinionId }: MyOpinion): Record<string, string> {
  return { kind: kind ?? '', reason: reason ?? '', amount: proposed === null ? '' : formatAmount(proposed), seen: opinionId ?? '' }
}

function givenWords({ kind, givenOn }: MyOpinion): string {
  if (kind === null || givenOn === null) return ''
  return `Un avis ${OPINION_NAMES[kind].toLowerCase()} est rendu depuis le ${formatDayShort(givenOn)}. Vous pouvez le corriger\u00A0: le précédent reste dans l’histoire du dossier.`
}

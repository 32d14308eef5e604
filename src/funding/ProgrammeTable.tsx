import { raw } from 'hono/html'
import type { Funder } from '#contract/store.ts'
import { escapeText } from '#platform/kit/escape.ts'
import type { Html } from '#platform/kit/html.ts'
import { type ProgrammeView, writeRow, writeSum } from './programme-row.tsx'
import { type FoldedStep, foldedStep, type Programming } from './programming-table.ts'

export interface ProgrammeTableProps extends ProgrammeView {
  id: string
  caption: string
  programming: Programming
  /** « 28 actions », « 21 dossiers »: what its groups say they hold. */
  counted: (count: number) => string
  /** Opens the columns of a funder. */
  openHref: (funderId: string) => string
}

/** The box around it; with many funders it scrolls sideways by itself, never the page. */
export function tableBox(funders: readonly Funder[]): string {
  return funders.length > 5 ? 'table-box programme many' : 'table-box programme'
}

/** The programming: grouped rows, one funder open and the others folded; a box, or paper, unfolds them all. */
export function ProgrammeTable(props: ProgrammeTableProps): Html {
  const { id, caption, programming, counted } = props
  const sums = { ...props, sumStep: foldedStep(programming.total) }
  const bodies = programming.groups.map(
    (group) =>
      `<tbody>${writeSum(group, { label: group.label, note: counted(group.rows.length), kind: 'group' }, sums)}${group.rows.map((row) => writeRow(row, props)).join('')}</tbody>`,
  )
  const foot = writeSum(programming, { label: 'Ensemble', note: counted(programming.rows.length), kind: 'total' }, sums)
  return (
    <>
      <div class="choice">
        <input class="unfold" type="checkbox" id={`${id}-tout`} autocomplete="off" />
        <label for={`${id}-tout`}>Déplier toutes les colonnes</label>
      </div>
      <section class="scroller" aria-labelledby={`${id}-titre`} tabindex={0}>
        <table class="table cards">
          <caption id={`${id}-titre`}>
            {caption}{' '}
            <small>
              En euros. Une case vide&nbsp;: rien n’est demandé ; 0&nbsp;: refusé. <span data-step="asked">demandé</span>,{' '}
              <span data-step="proposed">proposé</span>, <span data-step="retained">retenu</span>, sans marque&nbsp;: décidé. Les
              sous-totaux et le total des colonnes repliées n’additionnent que{' '}
              <span data-step={sums.sumStep}>{SUM_WORDS[sums.sumStep]}</span>. Choisissez un financeur pour ouvrir son détail.
            </small>
          </caption>
          {raw(heads(props))}
          {raw(bodies.join(''))}
          {raw(`<tfoot>${foot}</tfoot>`)}
        </table>
      </section>
    </>
  )
}

const SUM_WORDS = {
  decided: 'le décidé',
  retained: 'le retenu',
  proposed: 'le proposé',
  asked: 'le demandé',
} satisfies Record<FoldedStep, string>

const CONTEXT = ['N° Dauphin', 'Communes', 'Orientation', 'Thème', 'Demande', 'Public attendu']

function heads({ funders, open, year, openHref }: ProgrammeTableProps): string {
  const column = (text: string, classes = '') => `<th scope="col" rowspan="2"${classes ? ` class="${classes}"` : ''}>${text}</th>`
  const first =
    column('Action et porteur', 'what') +
    CONTEXT.map((text) => column(text, 'd')).join('') +
    column('Coût total', 'd num') +
    column('Part publique', 'd num') +
    column('Avis') +
    column(`Bilan ${year - 1}`, 'd') +
    column('Statut')
  const wide = funders.map((funder) => funderHead(funder, { is: funder.id === open ? ' open' : '', href: openHref(funder.id) })).join('')
  const totals = `<th scope="colgroup" colspan="4" class="first">Total</th>${column('Actes', 'd')}${column('N° d’engagement', 'd')}`
  return `<thead><tr>${first}${wide}${totals}</tr><tr>${funders.map((funder) => stepHeads(year, funder.id === open ? ' open' : '')).join('')}${TOTAL_STEPS}</tr></thead>`
}

function funderHead({ name, shortName }: Funder, { is, href }: { is: string; href: string }): string {
  const short = escapeText(shortName)
  const link = is === '' ? `<a href="${escapeText(href)}" title="${short}\u00A0: ouvrir le détail">${short}</a>` : short
  return `<th scope="colgroup" colspan="5" class="wide first${is}">${short} <span class="sub">${escapeText(name)}</span></th><th scope="col" class="narrow first num${is}">${link}</th>`
}

function stepHeads(year: number, is: string): string {
  return (
    `<th scope="col" class="num n1 first d${is}" data-step="decided"><span class="vh">Décidé en </span>${year - 1}</th>` +
    `<th scope="col" class="num d${is}" data-step="asked">Demandé</th><th scope="col" class="num d${is}" data-step="proposed">Proposé</th>` +
    `<th scope="col" class="num d${is}" data-step="retained">Retenu</th>` +
    `<th scope="col" class="num key rf${is}" data-step="decided"><span class="${is === '' ? 'w' : ''}">Décidé</span></th>`
  )
}

const TOTAL_STEPS =
  '<th scope="col" class="num first" data-step="asked">Demandé</th><th scope="col" class="num" data-step="retained">Retenu</th>' +
  '<th scope="col" class="num key" data-step="decided">Décidé</th><th scope="col" class="num" data-step="paid">Payé</th>'

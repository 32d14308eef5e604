import type { AmountStep } from './Amount.tsx'
import { type BadgeState, STATE_ICONS } from './Badge.tsx'
import { escapeText, formatCount } from './escape.ts'
import type { Html } from './html.ts'
import { iconHref } from './Icon.tsx'
import type { IconName } from './icons.ts'

export interface TextCell {
  text: string
  href?: string
  sub?: string
  strong?: boolean
  soft?: boolean
  icon?: IconName
}

export interface BadgeCell {
  badge: string
  state?: BadgeState
  icon?: IconName
  href?: string
}

export interface AmountCell {
  step: AmountStep
  text: string
}

/** What a cell holds. Text and plain objects are written straight to HTML; an element is for controls only. */
export type Cell = string | number | null | undefined | TextCell | BadgeCell | AmountCell | Html

function writeIcon(name: IconName): string {
  return `<svg class="i" aria-hidden="true"><use href="${iconHref(name)}"/></svg>`
}

function inLink(html: string, href?: string): string {
  return href ? `<a href="${escapeText(href)}">${html}</a>` : html
}

function writeText(cell: TextCell): string {
  const face = (cell.icon ? `${writeIcon(cell.icon)}\u00A0` : '') + escapeText(cell.text)
  const linked = inLink(cell.strong ? `<b>${face}</b>` : face, cell.href)
  const main = cell.soft ? `<span class="soft">${linked}</span>` : linked
  return cell.sub ? `${main}<br><span class="sub">${escapeText(cell.sub)}</span>` : main
}

function writeBadge(cell: BadgeCell): string {
  const icon = writeIcon(cell.icon ?? (cell.state ? STATE_ICONS[cell.state] : 'circle-dashed'))
  const state = cell.state ? ` data-state="${cell.state}"` : ''
  return inLink(`<span class="badge plain"${state}>${icon}${escapeText(cell.badge)}</span>`, cell.href)
}

/** HTML of a cell. An element that waits for something has no place in a table: load it before. */
export function writeCell(cell: Cell): string {
  if (typeof cell === 'string') return escapeText(cell)
  if (typeof cell === 'number') return formatCount(cell)
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Promise) throw new TypeError('a table cell cannot be asynchronous')
  if ('isEscaped' in cell) return String(cell)
  if ('badge' in cell) return writeBadge(cell)
  if ('step' in cell) return `<span data-step="${cell.step}">${escapeText(cell.text)}</span>`
  return writeText(cell)
}

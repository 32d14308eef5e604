import { escapeText } from '#platform/kit/escape.ts'
import { iconHref } from '#platform/kit/Icon.tsx'
import type { IconName } from '#platform/kit/icons.ts'
import { formatAmount } from '#platform/money.ts'
import type { Amounts } from './programming-table.ts'

/**
 * Pieces of the programming table, written as text: 300 rows of 40 columns would cost ten times more as elements.
 * Everything that comes from a person goes through escapeText.
 */
export function icon(name: IconName): string {
  return `<svg class="i" aria-hidden="true"><use href="${iconHref(name)}"/></svg>`
}

export function badge(word: string, state: string | undefined, name: IconName): string {
  return `<span class="badge plain"${state ? ` data-state="${state}"` : ''}>${icon(name)}${escapeText(word)}</span>`
}

/** A number cell, labelled for the cards of a narrow screen; empty when there is nothing to say. */
export function amountCell(value: Amounts['asked'], classes: string, label: string): string {
  if (value === null) return `<td class="num ${classes}"></td>`
  return `<td class="num ${classes}" data-label="${label}">${formatAmount(value)}</td>`
}

export function textCell(text: string, classes: string, label: string): string {
  if (text === '') return `<td class="${classes}"></td>`
  return `<td class="${classes}" data-label="${label}">${escapeText(text)}</td>`
}

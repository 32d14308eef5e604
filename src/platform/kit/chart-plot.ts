import type { plot } from '@observablehq/plot'

type Plotting = typeof import('@observablehq/plot')
type PlotOptions = NonNullable<Parameters<typeof plot>[0]>

/** Wide: beside the menu of an agent's page. Narrow: a telephone; drawn apart, so that text keeps its size. In pixels. */
export const CHART_WIDTHS = { wide: 736, narrow: 336 } as const
export type ChartWidth = keyof typeof CHART_WIDTHS

interface Tools {
  plotting: Plotting
  document: Document
}

let tools: Promise<Tools> | undefined

/** Loaded with the first chart: a server that draws none pays neither the time nor the memory. */
function loadTools(): Promise<Tools> {
  tools ??= Promise.all([import('@observablehq/plot'), import('linkedom')]).then(([plotting, { parseHTML }]) => ({
    plotting,
    document: parseHTML('<!doctype html><html><body></body></html>').document as unknown as Document,
  }))
  return tools
}

/** What is drawn and what it says: `title` and `description` are read aloud in place of the drawing. */
export interface Drawing {
  title: string
  description: string
  options: (plotting: Plotting, width: ChartWidth) => PlotOptions
}

/**
 * A chart as SVG text, twice: one drawing for each width, of which the style sheet shows one. Attributes only: what Plot writes as
 * style is taken out (strict content policy), and its English labels with it.
 */
export async function drawChart(drawing: Drawing): Promise<Record<ChartWidth, string>> {
  const { plotting, document } = await loadTools()
  const drawn = (width: ChartWidth): string => svgOf(plotting, document, drawing, width)
  return { wide: drawn('wide'), narrow: drawn('narrow') }
}

function svgOf(plotting: Plotting, document: Document, { title, description, options }: Drawing, width: ChartWidth): string {
  const svg = plotting.plot({
    ...options(plotting, width),
    document,
    width: CHART_WIDTHS[width],
    figure: false,
  } as PlotOptions)
  for (const style of svg.querySelectorAll('style')) style.remove()
  for (const labelled of svg.querySelectorAll('[aria-label]')) labelled.removeAttribute('aria-label')
  for (const name of ['font-family', 'font-size', 'class']) svg.removeAttribute(name)
  svg.setAttribute('class', `on-${width}`)
  svg.setAttribute('role', 'img')
  svg.prepend(textElement(document, 'title', title), textElement(document, 'desc', description))
  return shortNumbers(svg.outerHTML)
}

function textElement(document: Document, name: string, text: string): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  element.textContent = text
  return element
}

/** A tenth of a pixel is enough: « 447.36842105263156 » becomes « 447.4 ». */
function shortNumbers(svg: string): string {
  return svg.replace(/(\d+\.\d)\d+(?=[",)A-Z])/g, '$1')
}

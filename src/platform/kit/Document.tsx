import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { assetUrl } from './assets.ts'
import { ChartPatterns } from './ChartKeys.tsx'
import { ErrorSummary, type FieldError } from './ErrorSummary.tsx'
import type { Crumb, Flash, Frame, SubEntry } from './frame.ts'
import type { Html } from './html.ts'
import { Notice } from './Notice.tsx'
import { PageHead } from './PageHead.tsx'
import { type Tab, Tabs } from './Tabs.tsx'

export interface PageProps {
  frame: Frame
  title: string
  heading?: Child
  crumbs?: readonly Crumb[]
  meta?: readonly Child[]
  lead?: Child
  actions?: Child
  tabs?: readonly Tab[]
  tabsLabel?: string
  errors?: readonly FieldError[]
  errorsTitle?: string
  flash?: Flash
  islands?: boolean
  children?: Child
}

/** Hatching of the envelopes and of the charts: a pattern must live in the page that uses it. */
function Patterns(): Html {
  return (
    <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="h-over" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="s-over" d="M0 0h3.5v6H0z" />
        </pattern>
        <pattern id="h-proposed" width="5" height="5" patternUnits="userSpaceOnUse">
          <circle class="s-obligated" cx="2.5" cy="2.5" r="1.1" />
        </pattern>
        <ChartPatterns />
      </defs>
    </svg>
  )
}

/** The stilts of the brand, so that the browser does not ask for a file. */
const ICON =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#a3391f" d="M1 4h22v5H1z"/><path fill="#14213a" d="M3.5 10.5h3.6V21H3.5zm6.7 0h3.6V21h-3.6zm6.7 0h3.6V21h-3.6z"/></svg>',
  )

export interface DocumentProps {
  page: PageProps
  bodyClass: string
  children?: Child
}

/** The bare document: one style sheet, no script unless an island asks for it. */
export function Document({ page, bodyClass, children }: DocumentProps): Html {
  const prefix = page.errors && page.errors.length > 0 ? 'Erreur : ' : ''
  const document = (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${prefix}${page.title} · Pilotis`}</title>
        <link rel="icon" href={ICON} />
        <link rel="stylesheet" href={assetUrl('style')} />
        {page.islands ? <script type="module" src={assetUrl('islands')} /> : null}
      </head>
      <body class={bodyClass}>
        <a class="skip" href="#contenu">
          Aller au contenu
        </a>
        <Patterns />
        {children}
      </body>
    </html>
  )
  return html`<!doctype html>${document}`
}

/** Head, flash, errors, then the page: the same in the three frames. */
export function Main({ page, class: name }: { page: PageProps; class?: string }): Html {
  const flash = page.flash ?? page.frame.flash
  return (
    <main id="contenu" tabindex={-1} class={name}>
      <PageHead heading={page.heading ?? page.title} crumbs={page.crumbs} meta={page.meta} lead={page.lead} actions={page.actions} />
      {flash ? (
        <Notice state={flash.state} live>
          {flash.text}
        </Notice>
      ) : null}
      <ErrorSummary errors={page.errors ?? []} title={page.errorsTitle} />
      {page.tabs ? <Tabs tabs={page.tabs} label={page.tabsLabel ?? 'Parties de la page'} /> : null}
      {page.children}
    </main>
  )
}

/** Fictitious data say so on every page, on screen and on paper. */
export function Band({ frame }: { frame: Frame }): Html | null {
  if (!frame.demonstrationDay) return null
  return (
    <p class="band">
      {`Démonstration : données fictives. Date de la démonstration : ${frame.demonstrationDay}.`}
      {frame.demonstrationHref ? (
        <>
          {' '}
          <a href={frame.demonstrationHref}>Changer de date</a>
        </>
      ) : null}
    </p>
  )
}

export function Brand({ href }: { href: string }): Html {
  return (
    <a class="brand" href={href}>
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path class="slab" d="M1 4h22v5H1z" />
        <path class="stilt" d="M3.5 10.5h3.6V21H3.5zM10.2 10.5h3.6V21h-3.6zM16.9 10.5h3.6V21h-3.6z" />
      </svg>
      Pilotis
    </a>
  )
}

export function Foot({ links, children }: { links: readonly SubEntry[]; children?: Child }): Html {
  return (
    <footer class="foot">
      {children}
      <ul>
        {links.map((link) => (
          <li>
            <a href={link.href}>{link.label}</a>
          </li>
        ))}
      </ul>
    </footer>
  )
}

import { Band, Brand, Document, Foot, Main, type PageProps } from './Document.tsx'
import { formatCount } from './escape.ts'
import { currentHref, type Frame, type MenuEntry, type SubEntry } from './frame.ts'
import type { Html } from './html.ts'
import { Icon } from './Icon.tsx'
import { MandateButton, MandatePop } from './MandateMenu.tsx'

function MenuLink({ entry, current, icon }: { entry: SubEntry; current?: string; icon?: MenuEntry['icon'] }): Html {
  return (
    <a href={entry.href} aria-current={entry.href === current ? 'page' : undefined}>
      {icon ? <Icon name={icon} /> : null}
      {entry.label}
      {entry.count === undefined ? null : <span class="n">{formatCount(entry.count)}</span>}
    </a>
  )
}

function MenuItem({ entry, current }: { entry: MenuEntry; current?: string }): Html {
  const steps = entry.steps ?? []
  const open = entry.href === current || steps.some((step) => step.href === current)
  return (
    <li>
      <MenuLink entry={entry} current={current} icon={entry.icon} />
      {open && steps.length > 0 ? (
        <ol>
          {steps.map((step) => (
            <li>
              <MenuLink entry={step} current={current} />
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  )
}

function Menu({ frame }: { frame: Frame }): Html {
  const current = currentHref(
    frame.menu.flatMap((entry) => [entry.href, ...(entry.steps ?? []).map((step) => step.href)]),
    frame.currentPath,
  )
  return (
    <nav class="side" id="menu" popover="auto" aria-label="Menu principal">
      <ul class="menu-list">
        {frame.menu.map((entry) => (
          <MenuItem entry={entry} current={current} />
        ))}
      </ul>
    </nav>
  )
}

function Search({ action }: { action: string }): Html {
  return (
    <search>
      <form class="find" action={action}>
        <Icon name="search" />
        <label class="vh" for="chercher">
          Chercher un dossier, un porteur, un quartier
        </label>
        <input id="chercher" type="search" name="q" placeholder="Dossier, porteur, quartier" />
      </form>
    </search>
  )
}

function Header({ frame }: { frame: Frame }): Html {
  return (
    <header>
      <Band frame={frame} />
      <div class="bar">
        <button class="btn quiet small menu" type="button" popovertarget="menu">
          <Icon name="menu" />
          Menu
        </button>
        <Brand href={frame.homeHref} />
        <p class="contract">
          <small>Contrat de ville</small>
          {frame.contractName}
        </p>
        <div class="end">
          {frame.searchHref ? <Search action={frame.searchHref} /> : null}
          {frame.mandate ? <MandateButton mandate={frame.mandate} /> : null}
        </div>
      </div>
      <MandatePop frame={frame} />
    </header>
  )
}

/** Daily work: menu by the work at the left, mandate on top. */
export function AgentPage(page: PageProps): Html {
  return (
    <Document page={page} bodyClass="agent">
      <Header frame={page.frame} />
      <Menu frame={page.frame} />
      <Main page={page} />
      <Foot links={page.frame.foot} />
    </Document>
  )
}

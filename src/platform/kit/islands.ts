import icons from './icons.svg?url'

/**
 * The browser entry, loaded only by pages that hold an island. Each `data-island="Name"` is given to the file
 * `Name.island.ts(x)` of its capability, fetched when it is needed; the page already works without it.
 */
interface Island {
  mount: (element: HTMLElement) => void
}

const islands = import.meta.glob<Island>('/src/**/*.island.{ts,tsx}')

function findIsland(name: string): (() => Promise<Island>) | undefined {
  const path = Object.keys(islands).find((each) => each.endsWith(`/${name}.island.ts`) || each.endsWith(`/${name}.island.tsx`))
  return path === undefined ? undefined : islands[path]
}

async function mountAll(): Promise<void> {
  // Scripts draw icons too; naming the file here also puts it in the build, with its hash, where assets.ts finds it.
  document.documentElement.dataset['icons'] = icons
  for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
    const load = findIsland(element.dataset['island'] ?? '')
    if (load) (await load()).mount(element)
  }
}

void mountAll()

/** Looks at a document in preparation every second and a half, and shows the page anew once it is ready. */
export function mount(element: HTMLElement): void {
  const address = element.dataset['state']
  const bar = element.querySelector('progress')
  const words = element.querySelector('[role=status]')
  if (!address || !bar || !words) return
  const timer = setInterval(() => void look(address), 1500)
  window.addEventListener('pagehide', () => clearInterval(timer))

  async function look(from: string): Promise<void> {
    const answer = await fetch(from, { headers: { accept: 'application/json' } }).catch(() => undefined)
    if (!answer?.ok || !bar || !words) return
    const { state, percent, words: said } = await answer.json()
    if (state !== 'waiting' && state !== 'running') return location.reload()
    bar.value = Number(percent)
    words.textContent = String(said)
  }
}

/** A signal often comes twice at once: from the terminal to the whole group, then from the launcher that passes it on. */
const SAME_SIGNAL_MS = 1_000

/** Resolves at the first Ctrl-C or SIGTERM. A second one, a second later or more, ends the process at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first = 0
    const hear = (): void => {
      if (first === 0) {
        first = performance.now()
        resolve()
      } else if (performance.now() - first > SAME_SIGNAL_MS) process.exit(130)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
  })
}

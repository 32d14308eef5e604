import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the program, whether it runs from its sources or from its bundle. */
export function rootFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json not found above the program')
    folder = parent
  }
  return folder
}

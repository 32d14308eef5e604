import { writeFileSync } from 'node:fs'
import { drawMigratedSchema, SCHEMA_PICTURE } from './schema-picture.ts'
import { ROOT } from './source-tree.ts'

// `npm run db:schema`: redraws the picture after a migration is added.
writeFileSync(ROOT + SCHEMA_PICTURE, await drawMigratedSchema())
console.log(`${SCHEMA_PICTURE} redrawn`)

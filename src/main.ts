import { endProcess } from '#platform/end-process.ts'
import { readEnvironment } from '#platform/environment.ts'
import { serve } from './serve.ts'

await endProcess(() => serve(readEnvironment(process.env)))

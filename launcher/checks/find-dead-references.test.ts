import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findDeadReferences } from './find-dead-references.js'

test('a path that does not exist is found; paths with placeholders and braces are understood', () => {
  const root = mkdtempSync(join(tmpdir(), 'eva-docs-'))
  for (const folder of ['docs/decisions', 'src/lib']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of ['src/lib/a.ts', 'src/lib/b.ts', 'docs/architecture.md']) writeFileSync(join(root, file), '')
  writeFileSync(
    join(root, 'README.md'),
    'See `src/lib/a.ts:12`, `src/lib/{a,b}.ts`, `src/lib/<verb>.ts`, `architecture.md`, `npm run x`, `POST /calls`; ' +
      'not `src/lib/gone.ts`, `src/lib/{a,c}.ts` nor `missing.md`.',
  )
  expect(findDeadReferences(root)).toEqual({
    checked: 9,
    dead: [
      'README.md cites src/lib/gone.ts, which does not exist.',
      'README.md cites src/lib/{a,c}.ts, which does not exist.',
      'README.md cites missing.md, which does not exist.',
    ],
  })
  rmSync(root, { recursive: true })
})

import { describe, expect, test } from 'vitest'
import { attachmentProblem, attachmentsProblem } from './outgoing-limits'

describe('attachmentProblem', () => {
  test.each([
    ['a picture of exactly 5 MB', 'image/jpeg', 5_242_880, null],
    ['a picture of one byte more', 'image/jpeg', 5_242_881, /larger than 5 MB/],
    ['a PDF of exactly 500 kB', 'application/pdf', 512_000, null],
    ['a PDF of one byte more', 'application/pdf', 512_001, /larger than 500 kB/],
    ['a WebP, which Twilio does not resize', 'image/webp', 512_001, /larger than 500 kB/],
    [
      'a Word document',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      9,
      /Carriers do not/,
    ],
    ['a program', 'application/x-msdownload', 9, /Carriers do not/],
    ['a web page', 'text/html', 9, /Carriers do not/],
    ['a drawing that can carry script', 'image/svg+xml', 9, /Carriers do not/],
    ['an empty file', 'image/png', 0, /empty/],
  ])('%s', (_name, contentType, sizeBytes, problem) => {
    expect(attachmentProblem({ contentType, sizeBytes }) ?? 'none').toMatch(problem ?? /^none$/)
  })
})

const files = (count: number, sizeBytes: number | null) => Array.from({ length: count }, () => ({ sizeBytes }))

describe('attachmentsProblem', () => {
  test('ten files go, eleven do not', () => {
    expect(attachmentsProblem(files(10, 100))).toBeNull()
    expect(attachmentsProblem(files(11, 100))).toMatch(/ten files/)
  })
  test('5 MB together go, more do not; what lies elsewhere is not counted', () => {
    expect(attachmentsProblem(files(2, 2_621_440))).toBeNull()
    expect(attachmentsProblem(files(2, 2_621_441))).toMatch(/5 MB together/)
    expect(attachmentsProblem(files(10, null))).toBeNull()
  })
})

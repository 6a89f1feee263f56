import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanFileName, contentDisposition } from './file-name'

describe('cleanFileName', () => {
  test.each([
    ['Lebenslauf Jörg.pdf', 'Lebenslauf Jörg.pdf'],
    ['../../etc/passwd', 'passwd'],
    [String.raw`C:\Users\me\cv.pdf`, 'cv.pdf'],
    ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['a\0b\r\nc.txt', 'abc.txt'],
    ['...', null],
    ['', null],
    ['\uD800x.png', 'x.png'],
    [`${'n'.repeat(300)}.pdf`, `${'n'.repeat(116)}.pdf`],
  ])('%j becomes %j', (name, clean) => expect(cleanFileName(name)).toBe(clean))

  test('whatever the name: short, whole, on one line, without a path or markup, and clean again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const clean = cleanFileName(name)
        if (clean === null) return
        expect(clean.length).toBeLessThanOrEqual(120)
        expect(clean.isWellFormed()).toBe(true)
        expect(clean).not.toMatch(/[<>"/\\\p{Cc}]/u)
        expect(cleanFileName(clean)).toBe(clean)
      }),
    )
  })
})

describe('contentDisposition', () => {
  test('names the file in ASCII and as it is', () => {
    expect(contentDisposition('attachment', 'Jörg "CV".pdf', 'application/pdf')).toBe(
      `attachment; filename="J_rg _CV_.pdf"; filename*=UTF-8''J%C3%B6rg%20%22CV%22.pdf`,
    )
  })
  test('finds a name by the type when there is none', () => {
    expect(contentDisposition('inline', null, 'image/png')).toContain('filename="file.png"')
    expect(contentDisposition('attachment', null, 'text/html')).toContain('filename="file.html.txt"')
  })
  test('is always one header of ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(contentDisposition('inline', cleanFileName(name), 'image/png')).toMatch(/^[\x20-\x7e]+$/)
      }),
    )
  })
})

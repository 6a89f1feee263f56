import { fileEnding } from './media-type'

const longest = 120

/**
 * A file's name as a person gave it, made safe to keep and show: one line, no path, nothing that steers the direction of writing or hides an
 * ending, no half of a character, at most 120 characters. null when nothing of it is left.
 */
export function cleanFileName(name: string): string | null {
  const last = name.toWellFormed().split(/[/\\]/).at(-1) ?? ''
  // Control, format (bidi and zero-width among them), private and unassigned characters, and what Windows forbids in a name.
  const visible = last.replaceAll(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, '').replaceAll(/[<>:"|?*]/g, '_')
  const trimmed = visible.replaceAll(/\s+/g, ' ').replaceAll(/^[. ]+|[. ]+$/g, '')
  if (trimmed.length <= longest) return trimmed === '' ? null : trimmed
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(trimmed)?.[0] ?? ''
  return `${trimmed
    .slice(0, longest - ending.length)
    .toWellFormed()
    .replaceAll('\uFFFD', '')}${ending}`
}

/** Content-Disposition (RFC 6266): the name in ASCII for old readers and as it is for the others. */
export function contentDisposition(how: 'inline' | 'attachment', fileName: string | null, contentType: string): string {
  const name = fileName ?? `file.${fileEnding(contentType)}`
  const ascii = name.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${how}; filename="${ascii}"; filename*=UTF-8''${encoded}`
}

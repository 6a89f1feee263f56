/** Longest side in pixels: sharp on a dense screen at half of it. */
const side = 480

/** A bomb of a picture is refused before it is unpacked. Twilio's pictures are of phones: 50 megapixels are more than any takes. */
const mostPixels = 100_000_000

const secondsToDraw = 10

const drawable = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/tiff'])

/**
 * A small WebP of a picture (its first frame, turned upright), drawn anew: nothing of the original file is in it, neither place nor camera
 * nor anything hidden. null for what is no picture, or one that cannot be read: it is shown as a file then.
 */
export async function makeThumbnail(contentType: string, bytes: Uint8Array): Promise<Buffer | null> {
  if (!drawable.has(contentType)) return null
  loaded ??= loadSharp()
  const sharp = await loaded
  try {
    return await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: secondsToDraw })
      .rotate()
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 76 })
      .toBuffer()
  } catch {
    return null
  }
}

let loaded: ReturnType<typeof loadSharp> | undefined

/**
 * Loaded at the first picture. It reads these formats and no other (SVG, PDF and the rest are closed), one core at a time, and keeps nothing.
 * Once, because closing is for the whole process: a picture that is drawn meanwhile in another thread would find its own format closed.
 */
async function loadSharp() {
  const { default: sharp } = await import('sharp')
  sharp.concurrency(1)
  sharp.cache(false)
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({ operation: ['Jpeg', 'Png', 'Nsgif', 'Webp', 'Tiff'].map((format) => `VipsForeignLoad${format}`) })
  return sharp
}

export const thumbnailType = 'image/webp'

const isApple = /mac|iphone|ipad/i.test(navigator.userAgent)

/** How this machine writes the palette's shortcut. */
export const paletteKeys = isApple ? '⌘ K' : 'Ctrl K'

const width = 640
const height = 480

type Draw = (context: CanvasRenderingContext2D) => void

const fill = (context: CanvasRenderingContext2D, color: string, box: [number, number, number, number]): void => {
  context.fillStyle = color
  context.fillRect(...box)
}

const write = (context: CanvasRenderingContext2D, text: string, at: [number, number], font: string): void => {
  context.fillStyle = '#1a1b20'
  context.font = font
  context.fillText(text, ...at)
}

const drawSunset: Draw = (context) => {
  const sky = context.createLinearGradient(0, 0, 0, height)
  for (const [at, color] of [
    [0, '#2b3a8c'],
    [0.6, '#e8735a'],
    [1, '#fbd38d'],
  ] as const) {
    sky.addColorStop(at, color)
  }
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#fff1c9'
  context.beginPath()
  context.arc(width / 2, 300, 60, 0, 2 * Math.PI)
  context.fill()
  fill(context, '#1f2a4d', [0, 330, width, 150])
}

const drawBadge: Draw = (context) => {
  fill(context, '#dfe3ee', [0, 0, width, height])
  fill(context, '#ffffff', [70, 90, 500, 300])
  fill(context, '#3552cf', [70, 90, 500, 60])
  fill(context, '#b9c1da', [100, 180, 140, 170])
  write(context, 'Dana Reyes', [270, 230], 'bold 40px sans-serif')
  write(context, 'Registered nurse', [270, 280], '28px sans-serif')
  write(context, 'License 104-553', [270, 325], '24px sans-serif')
}

const drawPage: Draw = (context) => {
  fill(context, '#c9ccd6', [0, 0, width, height])
  fill(context, '#ffffff', [160, 20, 320, 460])
  write(context, 'Résumé', [190, 75], 'bold 32px sans-serif')
  for (let line = 0; line < 14; line += 1)
    fill(context, '#9ea3b3', [190, 105 + line * 25, line % 4 === 3 ? 140 : 260, 8])
}

/** Pictures that need no network: drawn here, sent as bytes. */
export const pictureChoices: { word: string; draw: Draw }[] = [
  { word: 'A sunset', draw: drawSunset },
  { word: 'A badge', draw: drawBadge },
  { word: 'A résumé', draw: drawPage },
]

/** The picture as a JPEG in a data URL. */
export const drawPicture = (draw: Draw): string => {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (context) draw(context)
  return canvas.toDataURL('image/jpeg', 0.85)
}

// Runs before the first paint, so that a dark screen never flashes white. A file of its own: the page allows no inline script.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('eva-theme')
  } catch {
    // Storage may be closed to us; then the system decides.
  }
  var dark = chosen ? chosen === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.classList.toggle('dark', dark)
})()

/** Gives the visitor a file to keep. It is made here, and nothing is asked of the network. */
export function saveFile(container: HTMLElement, name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.hidden = true
  container.append(link) // a link that is nowhere does nothing in older browsers
  link.click()
  link.remove()
  // Safari reads it some time after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

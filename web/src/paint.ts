/** With the second frame from now: the first one is painted by then. A page that nobody sees is not painted. */
export const afterPaint = (then: () => void): void => {
  if (document.hidden) then()
  else requestAnimationFrame(() => requestAnimationFrame(then))
}

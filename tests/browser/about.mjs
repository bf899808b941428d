/** "About this result", which is folded until somebody asks. */
export async function about(check) {
  const facts = check.root.locator('.facts-end')
  if (!(await facts.evaluate((details) => details.open))) await facts.locator('summary').first().click()
  return facts
}

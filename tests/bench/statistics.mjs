/** Medians, ratios and tables of figures. Knows nothing of how they were measured. */

export const median = (values) => {
  if (!values.length) throw new RangeError('no values')
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

/** The lowest and the highest: what the visits came to, beside their median. */
export const spread = (values) => [Math.min(...values), Math.max(...values)]

/** The figures of several visits as one: the median of each. A figure that is a list counts with its own median. */
export const medians = (visits) =>
  Object.fromEntries(Object.keys(visits[0]).map((key) => [key, median(visits.map(({ [key]: value }) => (Array.isArray(value) ? median(value) : value)))]))

/** How many times as much as the reference; two digits that count. */
export const ratio = (value, reference) => {
  if (!(reference > 0)) throw new RangeError('nothing to compare with')
  return `${Number((value / reference).toPrecision(2))}x`
}

/** Rows as text in columns: the first to the left, the others to the right. */
export const textTable = (rows) => {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** The same rows as Markdown. */
export const markdownTable = ([head, ...rows]) =>
  [head, head.map((_, column) => (column ? '---:' : '---')), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')

/** Gives every one its turn before any has the next: a machine that gets slower on the way is slower for all. */
export const interleaved = (names, count) => Array.from({ length: count }, () => names).flat()

/** The answers as a file for the care team's own system. */
import { isReview } from '../flow.ts'
import type { ReviewRow } from '../contract.ts'
import { toJson } from '../json.ts'
import { dayOf, rfc3339 } from '../time.ts'
import type { Desk } from './desk.ts'
import { questionnaireResponse } from './fhir.ts'
import { saveFile } from './file.ts'
import type { Notes } from './notes.tsx'

export class Downloading {
  constructor(
    private readonly desk: Desk,
    private readonly notes: Notes,
  ) {}

  download(): void {
    const { outcome } = this.desk.scene
    if (!outcome) return
    const { t, content } = this.desk.model()
    const { assessment, rows, at } = outcome
    const response = questionnaireResponse({
      rows, t, language: content.about.language, rules: assessment.versions.rules, authored: rfc3339(at), isRequired: (row) => this.isRequired(row, at),
    })
    const file = `check-in-${dayOf(at)}.json`
    saveFile(this.desk.container, file, 'application/fhir+json', toJson(response))
    this.notes.say('ui.download.done', { file })
  }

  /** A question that its page does not show yet, or demands. */
  private isRequired({ page, linkId }: ReviewRow, at: Date): boolean {
    const { state, config } = this.desk.model()
    const view = this.desk.engine.nextPage({ answers: state.answers, now: rfc3339(at), config, page })
    const asked = isReview(view) ? undefined : view.items.find((item) => item.linkId === linkId)
    return !asked || asked.required
  }
}

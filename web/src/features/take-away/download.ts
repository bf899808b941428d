/** The answers as a file for the care team's own system. */
import type { StatusMessage } from '../../components/status-message.tsx'
import { toJson } from '../../dom/json.ts'
import { saveFile } from '../../dom/save-file.ts'
import type { ReviewRow } from '../../engine/contract.ts'
import { dayOf, rfc3339 } from '../../i18n/dates.ts'
import { isReview } from '../../model/navigation.ts'
import type { Acting, Actions, CheckHost } from '../../model/ports.ts'
import { questionnaireResponse } from './fhir.ts'

export class Download implements Acting {
  readonly actions: Actions = { download: () => this.download() }

  constructor(
    private readonly check: CheckHost,
    private readonly status: StatusMessage,
  ) {}

  download(): void {
    const { result } = this.check.screenView
    if (!result) return
    const { t, content } = this.check.model()
    const { assessment, rows, at } = result
    const response = questionnaireResponse({
      rows,
      t,
      language: content.about.language,
      rules: assessment.versions.rules,
      authored: rfc3339(at),
      isRequired: (row) => this.isRequired(row, at),
    })
    const file = `check-in-${dayOf(at)}.json`
    saveFile(this.check.container, file, 'application/fhir+json', toJson(response))
    this.status.say('ui.download.done', { file })
  }

  /** A question that its page does not show yet, or demands. */
  private isRequired({ page, linkId }: ReviewRow, at: Date): boolean {
    const view = this.check.engine.nextPage(this.check.request(at, { page }))
    const asked = isReview(view) ? undefined : view.items.find((item) => item.linkId === linkId)
    return !asked || asked.required
  }
}

import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100">
      <p>In an emergency call <a href="tel:911">911</a>. For thoughts of suicide call or text <a href="tel:988">988</a>.</p>
    </tiredness-check>
  `,
})
class App {}

bootstrapApplication(App).catch((error) => console.error(error))

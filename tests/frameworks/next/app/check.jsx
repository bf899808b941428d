'use client'

import 'tiredness-check'

export function Check() {
  return (
    <tiredness-check clinic-name="Your Clinic" phone="(804) 555-0100">
      <p>
        In an emergency call <a href="tel:911">911</a>. For thoughts of suicide call or text <a href="tel:988">988</a>.
      </p>
    </tiredness-check>
  )
}

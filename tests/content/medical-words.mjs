// The medical words that the texts use, each with a line in the glossary, and those that they must not use without one.

/** By the id of their glossary entry: the word in each language. */
export const MEDICAL_WORDS = {
  ketamine: { en: /\bketamine\b/i, es: /\bketamina\b/i },
  seizure: { en: /\bseizures?\b/i, es: /\bconvulsi(?:ón|ones)\b/i },
  hives: { en: /\bhives\b/i, es: /\bronchas\b/i },
  'carbon-monoxide': { en: /\bcarbon monoxide\b/i, es: /\bmonóxido de carbono/i },
  'blood-pressure': { en: /\bblood pressure\b/i, es: /\bpresión arterial\b/i },
  iv: { en: /\bIV\b/, es: /\bsuero \(IV\)/i },
  urine: { en: /\burine\b/i, es: /\borina\b/i },
  stool: { en: /\bstool\b/i, es: /\bheces\b/i },
  pelvis: { en: /\bpelvis\b/i, es: /\bpelvis\b/i },
  opioid: { en: /\bopioids?\b/i, es: /\bopioides?\b/i },
  'muscle-relaxant': { en: /\bmuscle relaxant\b/i, es: /\brelajante muscular\b/i },
  antipsychotic: { en: /\bantipsychotic\b/i, es: /\bantipsicótico/i },
  stimulant: { en: /\bstimulant\b/i, es: /\bestimulante\b/i },
  maoi: { en: /\bMAOI\b/, es: /\bIMAO\b/ },
  thc: { en: /\bTHC\b/, es: /\bTHC\b/ },
  diabetes: { en: /\bdiabetes\b/i, es: /\bdiabetes\b/i },
  insulin: { en: /\binsulin\b/i, es: /\binsulina\b/i },
  'sleep-apnea': { en: /\bsleep apnea\b/i, es: /\bapnea del sueño\b/i },
  'heart-failure': { en: /\bheart failure\b/i, es: /\binsuficiencia cardíaca\b/i },
  'rhythm-problem': { en: /\brhythm problem\b/i, es: /\bproblema de ritmo del corazón/i },
  bipolar: { en: /\bbipolar disorder\b/i, es: /\btrastorno bipolar\b/i },
  psychosis: { en: /\bpsychosis\b/i, es: /\bpsicosis\b/i },
  'me-cfs': { en: /\bchronic fatigue syndrome\b/i, es: /\bsíndrome de fatiga crónica\b/i },
  'blood-thinner': { en: /\bblood thinner\b/i, es: /\banticoagulante\b/i },
  panic: { en: /\bpanic\b/i, es: /\bpánico\b/i },
  er: { en: /\bER\b/, es: /\bsala de emergencias\b/i },
  'urgent-care': { en: /\burgent care\b/i, es: /\bcentro de urgencias\b/i },
  'nurse-line': { en: /\bnurse line\b/i, es: /\blínea de enfermería\b/i },
  'on-call': { en: /\bon-call line\b/i, es: /\blínea de guardia\b/i },
  'primary-care': { en: /\bprimary care\b/i, es: /\batención primaria\b/i },
  pharmacist: { en: /\bpharmacist\b/i, es: /\bfarmacia\b/i },
  dietitian: { en: /\bregistered dietitian\b/i, es: /\bdietista con título/i },
  diagnosis: { en: /\bdiagnosis\b/i, es: /\bdiagnóstico\b/i },
  depression: { en: /\bdepression\b/i, es: /\bdepresión\b/i },
  infusion: { en: /\binfusion\b/i, es: /\binfusión\b/i },
  lozenge: { en: /\blozenge\b/i, es: /\bpastilla para chupar\b/i },
  'mood-stabilizer': { en: /\bmood stabilizers?\b/i, es: /\bestabilizador(?:es)? del ánimo\b/i },
  'beta-blocker': { en: /\bbeta blockers?\b/i, es: /\bbetabloqueador(?:es)?\b/i },
  'glp-1': { en: /\bGLP-1\b/, es: /\bGLP-1\b/ },
  tms: { en: /\bTMS\b/, es: /\bTMS\b/ },
  ect: { en: /\bECT\b/, es: /\bTEC\b/ },
}

/**
 * Other medical words, and what such words end in. Whoever needs one adds a glossary entry, and a line above.
 * Names of medicines, given as examples, are no such words: people know what their own is called.
 */
export const WATCHED = {
  en: /\b(?:acute|adverse|anaphyla\w+|arrhythmi\w+|aspirat\w+|benzodiazepines?|bradycard\w+|cardiac|cardiovascular|cognit\w+|contraindicat\w+|cyanosis|dehydrat\w+|delirium|depressant|dissociat\w+|edema|emesis|euphoria|gastro\w+|glucose|hallucinat\w+|hemorrhag\w+|hepatic|hyper\w+|hypo\w+|intravenous|lethargy|mania|metaboli\w+|migraine|naloxone|nausea|neuro\w+|nystagmus|palpitations?|paresthesia|postpartum|psychiatr\w+|renal|respirat\w+|saturation|sedat\w+|sepsis|serotonin|somnolen\w+|stroke|syncope|tachycard\w+|toxic\w*|vertigo|vomit\w*|withdrawal|\w{2,}(?:itis|emia|pathy|ectomy|algia|uria|plegia|scopy))\b/i,
  es: /\b(?:agud[oa]|adverso|anafil\w+|arritmia|aspiraci\w+|benzodiacepinas?|bradicardia|(?<!insuficiencia )cardíac[oa]|cardiovascular|cognitiv\w+|contraindic\w+|cianosis|deshidrat\w+|delirio|depresor|disociaci\w+|edema|euforia|gastro\w+|glucosa|alucinaci\w+|hemorragia|hepátic[oa]|hiper\w+|hipo\w+|intravenos[oa]|letargo|manía|metabolismo|migraña|naloxona|neuro\w+|palpitaci\w+|parestesia|posparto|psiquiátric\w+|renal|sedaci\w+|sedante|sepsis|serotonina|somnolencia|síncope|taquicardia|tóxic[oa]|vértigo|abstinencia|\w{2,}(?:itis|emia|patía|ectomía|algia|uria|plejía|scopia))\b/iu,
}

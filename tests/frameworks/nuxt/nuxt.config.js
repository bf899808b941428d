export default defineNuxtConfig({
  telemetry: false,
  app: { head: { htmlAttrs: { lang: 'en' }, title: 'Tired after your session?', link: [{ rel: 'icon', href: 'data:,' }] } },
  vue: { compilerOptions: { isCustomElement: (tag) => tag === 'tiredness-check' } },
})

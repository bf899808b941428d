/**
 * What a built site has beside the check's own files, in the first folder of a release: pages of its own, each a folder with the name of
 * its sources, and what its demo needs. A page that is added is named here.
 */
export const PAGES = ['app', 'check', 'docs', 'embed', 'review']
export const DEMO = ['index.html', 'demo.css', 'favicon.svg']

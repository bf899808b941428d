/** A text as it stands in HTML, between tags or in the quotes of an attribute. */
export const escaped = (text: unknown): string => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

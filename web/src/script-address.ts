/** In the classic script this stands for `import.meta.url`: the address has to be read before the script is done. */
export const scriptAddress = (document.currentScript as HTMLScriptElement).src

/** What lets styles in that are written at run time: each page has its own. Browsers hide the attribute, not the property. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

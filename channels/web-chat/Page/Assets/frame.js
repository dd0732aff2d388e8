// What the site that shows this page wishes, behind the # of its address, which no server sees; and how the two speak.

const given = new URLSearchParams(location.hash.slice(1));
const isEmbedded = given.has('embedded') && parent !== window;

function subjectOf(identity) {
  try {
    const claims = identity.split('.')[1].replace(/-/gu, '+').replace(/_/gu, '/');
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(claims), letter => letter.charCodeAt(0)))).sub || null;
  } catch {
    return null;
  }
}

export const wishes = {
  identity: given.get('identity'),
  isEmbedded,
  /** What the site kept for us, where the browser lets a frame of another site keep nothing. */
  kept: given.get('kept'),
  language: given.get('language'),
  /** Whose conversation it is to be, as the identity says: another person's is not taken up again. */
  subject: given.has('identity') ? subjectOf(given.get('identity')) : null,
  token: given.get('token')
};

// What opens conversations does not stay in the address.
const site = given.get('site');
if (wishes.token || wishes.identity || wishes.kept) {
  given.delete('token');
  given.delete('identity');
  given.delete('kept');
  history.replaceState(null, '', `${location.pathname}${location.search}${given.size > 0 ? `#${given}` : ''}`);
}

if (['dark', 'light'].includes(given.get('theme'))) {
  document.documentElement.dataset.theme = given.get('theme');
}
document.documentElement.toggleAttribute('data-embedded', isEmbedded);

/** Tells the site one of: ready, close, message. Nothing of the conversation is in it, so anybody may hear it. */
export function tell(what) {
  if (isEmbedded) {
    parent.postMessage({ sparkChat: what }, '*');
  }
}

/** Has the site keep something for its tab; null has it forget. A site that says it is another does not hear of it. */
export function keepElsewhere(value) {
  if (isEmbedded && site) {
    parent.postMessage({ sparkChat: 'keep', value }, site);
  }
}

/** Hears of the site that the chat was opened. */
export function whenOpened(act) {
  addEventListener('message', event => event.source === parent && event.data?.sparkChat === 'opened' && act());
}

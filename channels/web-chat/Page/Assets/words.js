// What the page says, in the languages of its people.
const words = {
  en: {
    cancel: 'Cancel',
    closed: 'This chat opens from your own portal. Go back there and open it again.',
    confirmText: 'This conversation will leave the page, and a new one begins.',
    confirmTitle: 'Start over?',
    connecting: 'Connecting…',
    ended: 'This conversation has ended.',
    failed: 'The chat cannot be reached at the moment.',
    online: 'Online',
    placeholder: 'Type a message',
    reconnecting: 'Connection lost. Trying again…',
    restart: 'Start over',
    retry: 'Try again'
  },
  nl: {
    cancel: 'Annuleren',
    closed: 'Deze chat opent u vanuit uw eigen portaal. Ga daarheen terug en open de chat opnieuw.',
    confirmText: 'Dit gesprek verdwijnt van de pagina en er begint een nieuw gesprek.',
    confirmTitle: 'Opnieuw beginnen?',
    connecting: 'Verbinden…',
    ended: 'Dit gesprek is afgelopen.',
    failed: 'De chat is op dit moment niet bereikbaar.',
    online: 'Online',
    placeholder: 'Typ een bericht',
    reconnecting: 'Verbinding verbroken. Nieuwe poging…',
    restart: 'Opnieuw beginnen',
    retry: 'Opnieuw proberen'
  }
};

const known = tag => words[tag.slice(0, 2).toLowerCase()];

/** The person's language as the browser names it, for the bot and for Web Chat; English when we know none of theirs. */
export const locale = navigator.languages.find(known) || 'en-US';
export const language = locale.slice(0, 2).toLowerCase();
export const text = words[language];

import { wishes } from './frame.js';

// What the page says, in the languages of its people.
const words = {
  de: {
    cancel: 'Abbrechen',
    close: 'Schließen',
    closed: 'Dieser Chat wird von Ihrem eigenen Portal aus geöffnet. Gehen Sie dorthin zurück und öffnen Sie ihn erneut.',
    confirmText: 'Dieses Gespräch verschwindet von der Seite, und ein neues beginnt.',
    confirmTitle: 'Neu beginnen?',
    connecting: 'Verbindung wird aufgebaut…',
    drop: 'Dateien hier ablegen',
    earlier: 'Frühere Nachrichten anzeigen',
    ended: 'Dieses Gespräch ist beendet.',
    failed: 'Der Chat ist im Moment nicht erreichbar.',
    files: 'Dateien für die nächste Nachricht',
    online: 'Online',
    placeholder: 'Nachricht schreiben',
    reconnecting: 'Verbindung unterbrochen. Neuer Versuch…',
    refused: {
      FileEmpty: () => 'Die Datei ist leer.',
      FileTooLarge: most => `Die Datei ist zu groß. Möglich sind ${most}.`,
      FileTypeNotAllowed: () => 'Dateien dieser Art werden hier nicht angenommen.',
      NoRoomForFiles: () => 'Im Moment können keine Dateien angenommen werden. Versuchen Sie es später noch einmal.',
      TooManyFiles: () => 'Das sind mehr Dateien, als dieses Gespräch annimmt.',
      lost: () => 'Die Datei wurde nicht gesendet. Prüfen Sie die Verbindung und versuchen Sie es noch einmal.'
    },
    remove: name => `${name} entfernen`,
    restart: 'Neu beginnen',
    retry: 'Erneut versuchen',
    sending: 'Wird gesendet…'
  },
  en: {
    cancel: 'Cancel',
    close: 'Close',
    closed: 'This chat opens from your own portal. Go back there and open it again.',
    confirmText: 'This conversation will leave the page, and a new one begins.',
    confirmTitle: 'Start over?',
    connecting: 'Connecting…',
    drop: 'Drop files here',
    earlier: 'Show earlier messages',
    ended: 'This conversation has ended.',
    failed: 'The chat cannot be reached at the moment.',
    files: 'Files for the next message',
    online: 'Online',
    placeholder: 'Type a message',
    reconnecting: 'Connection lost. Trying again…',
    refused: {
      FileEmpty: () => 'The file is empty.',
      FileTooLarge: most => `The file is too large. At most ${most} can be sent.`,
      FileTypeNotAllowed: () => 'Files of this kind are not taken here.',
      NoRoomForFiles: () => 'No files can be taken at the moment. Try again later.',
      TooManyFiles: () => 'These are more files than this conversation takes.',
      lost: () => 'The file was not sent. Check the connection and try again.'
    },
    remove: name => `Remove ${name}`,
    restart: 'Start over',
    retry: 'Try again',
    sending: 'Sending…'
  },
  fr: {
    cancel: 'Annuler',
    close: 'Fermer',
    closed: 'Ce chat s’ouvre depuis votre portail. Retournez-y et ouvrez-le à nouveau.',
    confirmText: 'Cette conversation quittera la page, et une nouvelle commencera.',
    confirmTitle: 'Recommencer ?',
    connecting: 'Connexion…',
    drop: 'Déposez les fichiers ici',
    earlier: 'Afficher les messages précédents',
    ended: 'Cette conversation est terminée.',
    failed: 'Le chat est injoignable pour le moment.',
    files: 'Fichiers du prochain message',
    online: 'En ligne',
    placeholder: 'Écrivez un message',
    reconnecting: 'Connexion perdue. Nouvel essai…',
    refused: {
      FileEmpty: () => 'Le fichier est vide.',
      FileTooLarge: most => `Le fichier est trop volumineux. La limite est de ${most}.`,
      FileTypeNotAllowed: () => 'Les fichiers de ce type ne sont pas acceptés ici.',
      NoRoomForFiles: () => 'Aucun fichier ne peut être accepté pour le moment. Réessayez plus tard.',
      TooManyFiles: () => 'Il y a plus de fichiers que cette conversation n’en accepte.',
      lost: () => 'Le fichier n’a pas été envoyé. Vérifiez la connexion et réessayez.'
    },
    remove: name => `Retirer ${name}`,
    restart: 'Recommencer',
    retry: 'Réessayer',
    sending: 'Envoi…'
  },
  nl: {
    cancel: 'Annuleren',
    close: 'Sluiten',
    closed: 'Deze chat opent u vanuit uw eigen portaal. Ga daarheen terug en open de chat opnieuw.',
    confirmText: 'Dit gesprek verdwijnt van de pagina en er begint een nieuw gesprek.',
    confirmTitle: 'Opnieuw beginnen?',
    connecting: 'Verbinden…',
    drop: 'Zet bestanden hier neer',
    earlier: 'Eerdere berichten tonen',
    ended: 'Dit gesprek is afgelopen.',
    failed: 'De chat is op dit moment niet bereikbaar.',
    files: 'Bestanden voor het volgende bericht',
    online: 'Online',
    placeholder: 'Typ een bericht',
    reconnecting: 'Verbinding verbroken. Nieuwe poging…',
    refused: {
      FileEmpty: () => 'Het bestand is leeg.',
      FileTooLarge: most => `Het bestand is te groot. Er kan hoogstens ${most} worden verstuurd.`,
      FileTypeNotAllowed: () => 'Bestanden van deze soort worden hier niet aangenomen.',
      NoRoomForFiles: () => 'Er kunnen nu geen bestanden worden aangenomen. Probeer het later opnieuw.',
      TooManyFiles: () => 'Dit zijn meer bestanden dan dit gesprek aanneemt.',
      lost: () => 'Het bestand is niet verstuurd. Controleer de verbinding en probeer het opnieuw.'
    },
    remove: name => `${name} weghalen`,
    restart: 'Opnieuw beginnen',
    retry: 'Opnieuw proberen',
    sending: 'Versturen…'
  }
};

const known = tag => words[tag.slice(0, 2).toLowerCase()];

/** The person's language, as the site that shows the chat or the browser names it, for the bot and for Web Chat; English when we know none of theirs. */
export const locale = [wishes.language, ...navigator.languages].find(tag => tag && known(tag)) || 'en-US';
export const language = locale.slice(0, 2).toLowerCase();
export const text = words[language];

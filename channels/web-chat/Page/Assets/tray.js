// The files that are to go with the next message: chosen, dropped or pasted; each can be taken out again.

const SET = 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS';
const MOST = 10;

const units = [
  [1024 * 1024, 'megabyte'],
  [1024, 'kilobyte'],
  [0, 'byte']
];

/** As people's computers show it. */
export function sizeOf(bytes, locale) {
  const [one, unit] = units.find(([least]) => bytes >= least);
  // The short word for bytes has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1, style: 'unit', unit, unitDisplay }).format(bytes / (one || 1));
}

/** Why a file cannot go; null when it can, as far as it can be told here. */
function problemOf(file, { accept, largest }) {
  if (file.size === 0) {
    return 'FileEmpty';
  }
  if (file.size > largest) {
    return 'FileTooLarge';
  }
  // A file without a type is looked at by the server.
  const fits = !file.type || accept.some(kind => (kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind));
  return fits ? null : 'FileTypeNotAllowed';
}

/** For the store: lets no file into the send box that could not go. */
export const onlyFitting = (limits, refuse) => next => action => {
  if (action.type !== SET) {
    return next(action);
  }
  const chosen = action.payload.attachments;
  const refused = chosen.find(({ blob }) => problemOf(blob, limits));
  if (refused) {
    refuse(problemOf(refused.blob, limits), refused.blob.name);
  } else if (chosen.length > MOST) {
    refuse('TooManyFiles', '');
  }
  const attachments = chosen.filter(({ blob }) => !problemOf(blob, limits)).slice(0, MOST);
  return next({ ...action, payload: { ...action.payload, attachments } });
};

/** Draws the tray below the send box, and takes what is dropped or pasted. */
export function createTray({ tray, curtain, locale, remove }) {
  let store = null;
  let shown = [];

  const chosen = () => store?.getState().sendBoxAttachments || [];
  const put = attachments => store.dispatch({ payload: { attachments }, type: SET });
  const focus = () => document.querySelector('[data-id="webchat-sendbox-input"]')?.focus();

  function draw() {
    const files = chosen();
    if (files === shown) {
      return;
    }
    shown = files;
    tray.hidden = files.length === 0;
    tray.replaceChildren(...files.map(chip));
  }

  function chip(attachment) {
    const item = document.createElement('li');
    const name = document.createElement('span');
    const size = document.createElement('span');
    const button = document.createElement('button');
    item.className = 'chip';
    name.className = 'chip-name';
    name.textContent = attachment.blob.name;
    size.className = 'chip-size';
    size.textContent = sizeOf(attachment.blob.size, locale);
    button.className = 'chip-remove';
    button.type = 'button';
    button.textContent = '×';
    button.setAttribute('aria-label', remove(attachment.blob.name));
    button.addEventListener('click', () => {
      put(chosen().filter(other => other !== attachment));
      focus();
    });
    item.append(name, size, button);
    return item;
  }

  function add(files) {
    if (store && files.length > 0) {
      put([...chosen(), ...[...files].map(blob => ({ blob }))]);
      focus();
    }
  }

  const carriesFiles = event => store && event.dataTransfer?.types.includes('Files');
  let depth = 0;
  addEventListener('dragenter', event => {
    if (carriesFiles(event)) {
      depth++;
      curtain.hidden = false;
    }
  });
  addEventListener('dragleave', event => {
    if (carriesFiles(event) && --depth <= 0) {
      depth = 0;
      curtain.hidden = true;
    }
  });
  addEventListener('dragover', event => carriesFiles(event) && event.preventDefault());
  addEventListener('drop', event => {
    depth = 0;
    curtain.hidden = true;
    if (carriesFiles(event)) {
      event.preventDefault();
      add(event.dataTransfer.files);
    }
  });
  addEventListener('paste', event => {
    if (event.clipboardData?.files.length > 0) {
      event.preventDefault();
      add(event.clipboardData.files);
    }
  });

  return {
    /** From now on the files are those of this store's send box; of none, nothing is taken. */
    follow(next) {
      store = next;
      draw();
      next?.subscribe(draw);
    }
  };
}

// Sends messages with files: shows how far they are, and says why one was not taken.

/**
 * Puts our own way of sending files in the place of Web Chat's, which shows no progress and keeps the reason to itself.
 * @param directLine Web Chat's client.
 * @param url Where the files go.
 * @param bearer Gives the token of the moment.
 * @param hear Hears of `progress` from 0 to 1, of the `end`, and of a `refusal` with its code.
 */
export function withUploads(directLine, { url, bearer, hear }) {
  const post = directLine.postActivity.bind(directLine);
  directLine.postActivity = activity => (activity.attachments?.some(isChosen) ? observed(() => send(activity, url, bearer(), hear)) : post(activity));
  return directLine;
}

const isChosen = ({ contentUrl }) => contentUrl?.startsWith('blob:');

/** The little of an observable that Web Chat asks for. */
const observed = run => ({
  subscribe(observer) {
    run().then(
      id => {
        observer.next?.(id);
        observer.complete?.();
      },
      error => observer.error?.(error)
    );
    return { unsubscribe() {} };
  }
});

async function send(activity, url, token, hear) {
  const form = new FormData();
  const said = { ...activity, attachments: activity.attachments.filter(attachment => !isChosen(attachment)) };
  form.append('activity', new Blob([JSON.stringify(said)], { type: 'application/vnd.microsoft.activity' }));
  for (const { contentUrl, name } of activity.attachments.filter(isChosen)) {
    form.append('file', await (await fetch(contentUrl)).blob(), name);
  }
  try {
    return await transfer(form, url, token, hear);
  } finally {
    hear({ end: true });
  }
}

// fetch does not tell how much of a body has left.
function transfer(form, url, token, hear) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.responseType = 'json';
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => lengthComputable && hear({ progress: loaded / total });
    request.onload = () => {
      if (request.status === 200) {
        resolve(request.response.id);
      } else {
        hear({ refusal: request.response?.error?.code || (request.status === 413 ? 'FileTooLarge' : 'lost') });
        reject(Object.assign(new Error(`upload: ${request.status}`), { status: request.status }));
      }
    };
    request.onerror = () => {
      hear({ refusal: 'lost' });
      reject(new Error('upload: no answer'));
    };
    request.send(form);
  });
}

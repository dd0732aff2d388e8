// Stands in for the script of the messenger channel: the same three calls, and a chat in a frame of the simulator's own.

const home = new URL(document.currentScript.src).origin;
let user = null;

window.Smooch = {
  init: async () => {},
  login: async (name) => { user = name; },
  open: () => {
    const frame = document.createElement('iframe');
    frame.src = `${home}/messenger.html?user=${encodeURIComponent(user)}`;
    frame.title = 'Chat';
    frame.style.cssText = 'position:fixed;right:24px;bottom:24px;width:360px;height:480px;border:1px solid #ccd;border-radius:14px;background:#fff';
    document.body.append(frame);
  },
};

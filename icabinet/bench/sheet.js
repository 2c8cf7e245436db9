// Runs in the page before the app, after watch.js: takes the time from an event's arrival until the sheet that it
// changed is painted, and how long the page waited for the server's new draft.
(() => {
  const sheet = { took: [], fetched: [], watch };
  globalThis.icabinetSheet = sheet;
  let arrived = 0;

  globalThis.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('message', event => {
        if (String(event.data).slice(0, 60).includes('"events"')) {
          arrived = performance.now();
        }
      });
    }
  };

  function watch(selector) {
    new MutationObserver(() => {
      const since = arrived;
      arrived = 0;
      if (since) {
        const asked = performance.getEntriesByType('resource').filter(entry => new URL(entry.name).pathname.endsWith('/minutes')).at(-1);
        sheet.fetched.push(asked ? asked.duration : 0);
        performance.clearResourceTimings();
        globalThis.icabinetWatch.painted(() => sheet.took.push(performance.now() - since));
      }
    }).observe(document.querySelector(selector), { subtree: true, childList: true, characterData: true });
  }
})();

// Runs in the page before the app: takes the time from each frame's arrival until what it changed is on the glass.
// A frame of the screen begins with requestAnimationFrame; a message sent from there arrives after style, layout and
// paint of that frame are done.
(() => {
  const watch = { frames: [], tasks: [], at: 0, painted };
  globalThis.icabinetWatch = watch;

  function painted(done) {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  }

  function arrived(event) {
    if (!String(event.data).slice(0, 60).includes('"events"')) {
      return;
    }
    const start = performance.now();
    painted(() => {
      const took = performance.now() - start;
      const { at, changes } = JSON.parse(event.data);
      watch.at = Math.max(watch.at, at);
      watch.frames.push([took, changes.length]);
    });
  }

  // The listener stands before the app's own, so that the app's work is inside the time.
  globalThis.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      this.addEventListener('message', arrived);
    }
  };

  new PerformanceObserver(list => {
    watch.tasks.push(...list.getEntries().map(entry => entry.duration));
  }).observe({ type: 'longtask' });
})();

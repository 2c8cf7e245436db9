// Runs in the page: what a reader sees frame by frame while a paper is scrolled.
(() => {
  const bench = { frames: 0, white: 0, canvases: 0, opened: null, asked: 0, open, scroll };
  globalThis.icabinetReader = bench;
  const pages = () => document.querySelectorAll('.paper-page canvas');

  // The first page counts as there when its canvas hangs in the page.
  const watch = new MutationObserver(() => {
    if (bench.opened === null && pages().length > 0) {
      requestAnimationFrame(() => {
        bench.opened ??= performance.now() - bench.asked;
      });
    }
  });
  watch.observe(document, { childList: true, subtree: true });

  // From a screen of the running app to the paper.
  function open(address) {
    bench.asked = performance.now();
    bench.opened = null;
    location.hash = address;
  }

  // A page that fills a tenth of the window or more, and has neither its picture nor a small one, is white.
  function isWhite(frame) {
    const window_ = frame.getBoundingClientRect();
    for (const page of frame.querySelectorAll('.paper-page')) {
      const box = page.getBoundingClientRect();
      const seen = Math.min(box.bottom, window_.bottom) - Math.max(box.top, window_.top);
      if (seen > window_.height / 10) {
        const small = page.querySelector('img');
        if (!page.querySelector('canvas') && !(small && small.complete && small.naturalWidth > 0)) {
          return true;
        }
      }
    }
    return false;
  }

  // So many pixels a second until the end; a frame of the screen is one look.
  function scroll(speed) {
    const frame = document.querySelector('.paper-frame');
    frame.scrollTo({ top: 0, behavior: 'instant' });
    let last = performance.now();
    return new Promise(resolve => {
      const step = now => {
        frame.scrollBy({ top: ((now - last) / 1000) * speed, behavior: 'instant' });
        last = now;
        bench.frames += 1;
        bench.white += isWhite(frame) ? 1 : 0;
        bench.canvases = Math.max(bench.canvases, pages().length);
        if (frame.scrollTop + frame.clientHeight >= frame.scrollHeight - 2) {
          resolve([bench.frames, bench.white, bench.canvases]);
        } else {
          requestAnimationFrame(step);
        }
      };
      requestAnimationFrame(step);
    });
  }
})();

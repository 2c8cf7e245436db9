// Runs in the page: how long everything that hears a move of the pen takes, and what is sent of a stroke.
(() => {
  const bench = { moves: [], strokes: [] };
  globalThis.icabinetInk = bench;
  let begun = 0;
  addEventListener('pointermove', () => (begun = performance.now()), true);
  addEventListener('pointermove', event => event.buttons && bench.moves.push(performance.now() - begun));

  const send = globalThis.fetch;
  globalThis.fetch = (path, init) => {
    const said = typeof init?.body === 'string' && init.body.includes('"ink.draw"') ? JSON.parse(init.body) : null;
    for (const stroke of said?.strokes ?? []) {
      bench.strokes.push(JSON.stringify(stroke).length);
    }
    return send(path, init);
  };
})();

// The same number of changes as the app had to show, frame by frame, as plain text of a list of as many rows: what the
// browser itself needs on this machine.
async (rows, frames) => {
  const { painted } = globalThis.icabinetWatch;
  document.body.innerHTML = '<ul></ul>';
  const lines = Array.from({ length: rows }, (_, place) => {
    const line = document.createElement('li');
    line.textContent = `Đại biểu ${place}`;
    return line;
  });
  document.querySelector('ul').append(...lines);
  await new Promise(painted);
  const took = [];
  for (const count of frames) {
    await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 16));
    const start = performance.now();
    for (let change = 0; change < count; change += 1) {
      lines[(took.length * 37 + change) % rows].textContent = `Đại biểu ${change}: có mặt lúc ${took.length}`;
    }
    await new Promise(painted);
    took.push(performance.now() - start);
  }
  return took;
}

export interface Piece {
  text: string;
  strong: boolean;
}

/** Cuts a quotation at the spans that matter; spans out of order, overlapping or out of bounds do no harm. */
export function pieces(quote: string, spans: readonly (readonly [number, number])[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const [start, end] of [...spans].sort(([a], [b]) => a - b)) {
    const from = Math.max(at, start);
    const to = Math.min(quote.length, end);
    if (to > from) {
      cut.push({ text: quote.slice(at, from), strong: false }, { text: quote.slice(from, to), strong: true });
      at = to;
    }
  }
  cut.push({ text: quote.slice(at), strong: false });
  return cut.filter(piece => piece.text);
}

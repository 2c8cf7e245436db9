import { fromLines, fromRows, type PastedItem } from '../../rules/agenda-paste';

/** What was pasted: of a table its rows, otherwise its lines. The clipboard's HTML is only read, never shown. */
export function readClipboard(data: DataTransfer): PastedItem[] {
  const html = data.getData('text/html');
  const rows = /<table/i.test(html) ? rowsOf(html) : [];
  return rows.length ? fromRows(rows) : readPlain(data.getData('text/plain'));
}

/** Typed or pasted text: with tabs a table, otherwise a list. */
export function readPlain(text: string): PastedItem[] {
  const lines = text.split(/\r?\n/).filter(line => line.trim());
  const tabs = lines.filter(line => /\S\t.*\S.*\t/.test(line)).length;
  return tabs > 0 && tabs >= lines.length / 2
    ? fromRows(lines.map(line => line.split('\t')))
    : fromLines(text);
}

function rowsOf(html: string): string[][] {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  return [...(table?.rows ?? [])].map(row => [...row.cells].map(cell => cell.textContent ?? ''));
}

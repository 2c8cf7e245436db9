/** Numbers as Vietnamese papers write them. */

const grouped = new Intl.NumberFormat('vi', { maximumFractionDigits: 1 });

/** "1.234,5" */
export function number(value: number): string {
  return grouped.format(value);
}

/** One decimal, rounded half up in whole numbers, as the server writes it: percent(10, 12) is "83,3 %". */
export function percent(part: number, whole: number): string {
  if (whole <= 0) {
    return '0 %';
  }
  const tenths = Math.floor((2000 * part + whole) / (2 * whole));
  return tenths % 10 ? `${Math.floor(tenths / 10)},${tenths % 10} %` : `${tenths / 10} %`;
}

/** "264 KB", "10,7 MB" */
export function size(bytes: number): string {
  if (bytes < 1024 * 1024) {
    return `${number(Math.max(1, Math.round(bytes / 1024)))} KB`;
  }
  return `${number(bytes / 1024 / 1024)} MB`;
}

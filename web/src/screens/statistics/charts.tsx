import type { ComponentChildren } from 'preact';
import { t } from '../../i18n';
import { percent } from '../../rules/figures';
import { Card } from '../../ui/card';
import { Icon } from '../../ui/icon';

/** What a column or bar is made of, from its foot up: as it should be, late, and lacking. */
export type Parts = readonly [good: number, late: number, lacking: number];
const LOOKS = ['in_time', 'late', 'silent'] as const;

/** Names of the three parts, of the whole, and of the further columns of the tables. */
export interface Words {
  whole: string;
  parts: readonly [string, string, string];
  others: readonly string[];
}

export interface Line {
  id: string;
  name: string;
  more?: string;
  whole: number;
  parts: Parts;
  others: readonly string[];
}

export function share(part: number, whole: number): string {
  return whole ? percent(part, whole) : '–';
}

export function monthName(month: string): string {
  return month.split('-').reverse().join('/');
}

/** The colours and what they mean; every number also stands in the table. */
export function Legend({ words }: { words: Words }) {
  return (
    <ul class="row small" aria-hidden="true">
      {LOOKS.map((look, place) => (
        <li key={look} class="row">
          <svg class="statistics-key" viewBox="0 0 16 16" aria-hidden="true">
            <rect class={look} width="16" height="16" rx="3" />
          </svg>
          {words.parts[place]}
        </li>
      ))}
    </ul>
  );
}

const WIDTH = 720;
const HEIGHT = 140;
const TOP = 20;
/** More labels than these would run into one another. */
const LABELS = 12;

/** A column a month, as high as its whole; the table below says the same in numbers. */
export function Months({ months, words }: { months: readonly Line[]; words: Words }) {
  const most = Math.max(1, ...months.map(({ whole }) => whole));
  const step = WIDTH / Math.max(LABELS, months.length);
  const every = Math.ceil(months.length / LABELS);
  return (
    <figure class="statistics-chart">
      <Legend words={words} />
      <svg
        viewBox={`0 0 ${WIDTH} ${TOP + HEIGHT + 24}`}
        role="img"
        aria-label={t().statistics.chartSaid(months.length)}
      >
        <line class="axis" x1="0" x2={WIDTH} y1={TOP + HEIGHT} y2={TOP + HEIGHT} />
        {months.map((line, place) => (
          <Column
            key={line.id}
            line={line}
            named={place % every === 0}
            left={place * step}
            width={step}
            scale={HEIGHT / most}
          />
        ))}
      </svg>
    </figure>
  );
}

interface ColumnProps {
  line: Line;
  named: boolean;
  left: number;
  width: number;
  scale: number;
}

function Column({ line: { name, whole, parts }, named, left, width, scale }: ColumnProps) {
  let top = TOP + HEIGHT;
  return (
    <g>
      {LOOKS.map((look, place) => {
        const height = parts[place]! * scale;
        top -= height;
        return (
          <rect
            key={look}
            class={look}
            x={left + width / 8}
            y={top}
            width={(width * 3) / 4}
            height={height}
          />
        );
      })}
      {named && (
        <>
          <text x={left + width / 2} y={TOP + HEIGHT - whole * scale - 5} text-anchor="middle">
            {whole}
          </text>
          <text x={left + width / 2} y={TOP + HEIGHT + 18} text-anchor="middle">
            {`${name.slice(0, 2)}/${name.slice(-2)}`}
          </text>
        </>
      )}
    </g>
  );
}

/** A page of thousands of rows helps nobody; the spreadsheet has them all. */
const MOST_SHOWN = 200;

interface TableProps {
  heading: string;
  /** What the lines are: month, unit, person. */
  first: string;
  csv: string;
  words: Words;
  lines: readonly Line[];
  children?: ComponentChildren;
}

/** A card with its table: a bar beside the numbers of every line, as long as its whole. */
export function FiguresTable({ heading, first, csv, words, lines, children }: TableProps) {
  const most = Math.max(1, ...lines.map(({ whole }) => whole));
  const columns = [words.whole, ...words.parts, ...words.others];
  return (
    <Card label={heading}>
      <div class="row apart">
        <h2>{heading}</h2>
        <a class="button quiet small" href={csv} download="">
          <Icon name="download" /> CSV<span class="visually-hidden">: {heading}</span>
        </a>
      </div>
      {children}
      {lines.length > MOST_SHOWN && (
        <p class="small quiet">{t().statistics.first(MOST_SHOWN, lines.length)}</p>
      )}
      <table class="statistics-table figures">
        <caption class="visually-hidden">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {columns.map(word => (
              <th key={word} scope="col">
                {word}
              </th>
            ))}
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_SHOWN).map(line => (
            <Row key={line.id} line={line} columns={columns} most={most} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Row({ line, columns, most }: { line: Line; columns: readonly string[]; most: number }) {
  const cells = [line.whole, ...line.parts, ...line.others];
  return (
    <tr>
      <th scope="row">
        {line.name}
        {line.more && <span class="small quiet"> {line.more}</span>}
      </th>
      {cells.map((cell, place) => (
        <td key={columns[place]} data-word={columns[place]}>
          {cell}
        </td>
      ))}
      <td aria-hidden="true">
        <Stack parts={line.parts} most={most} />
      </td>
    </tr>
  );
}

function Stack({ parts, most }: { parts: Parts; most: number }) {
  let left = 0;
  return (
    <svg class="statistics-stack" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {LOOKS.map((look, place) => {
        const x = left;
        const width = (100 * parts[place]!) / most;
        left += width;
        return <rect key={look} class={look} x={x} width={width} height="10" />;
      })}
    </svg>
  );
}

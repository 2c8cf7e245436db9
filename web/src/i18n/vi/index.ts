import { assistant, comments, notes, speaking, voting } from './acts';
import { common, link } from './common';
import { attendance, room, tools, views } from './room';
import { meetings, sign } from './sign';

/** Vietnamese is the source: every other language must have the same keys and blanks, or the type check fails. */
export const vi = {
  common,
  link,
  sign,
  meetings,
  views,
  room,
  tools,
  attendance,
  voting,
  speaking,
  comments,
  notes,
  assistant,
};

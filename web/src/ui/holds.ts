/** Something that is on while anybody holds it; `change` is told when that begins and ends. Returns the way to let go. */
export function sharedSwitch(change: (on: boolean) => void): () => () => void {
  let holders = 0;
  return () => {
    holders += 1;
    change(true);
    let mine = true;
    return () => {
      if (mine) {
        mine = false;
        holders -= 1;
        change(holders > 0);
      }
    };
  };
}

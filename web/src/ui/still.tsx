import { Component, type ComponentChildren } from 'preact';

export interface StillProps {
  /** What the drawing depends on, compared one by one. */
  of: readonly unknown[];
  /** Names a component of its own that follows its signals; it is not asked again while nothing above changed. */
  draw: () => ComponentChildren;
}

/** One part of a long page: left alone when the page is drawn anew for another part. */
export class Still extends Component<StillProps> {
  override shouldComponentUpdate(next: StillProps): boolean {
    return next.of.some((one, place) => one !== this.props.of[place]);
  }

  render() {
    return this.props.draw();
  }
}

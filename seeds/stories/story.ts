import { Dice } from '../dice.js';
import type { Entity } from '../entity.js';
import type { Desk, Row } from '../records/row.js';

/** An invented entity whose records were written by hand, to be told in the documentation and the tests. */
export interface Story {
  readonly entity: Entity;
  /** By item of the catalogue. */
  readonly records: Readonly<Record<string, readonly Row[]>>;
}

/** Stories give their own numbers: all from 9001 on, so that no thrown one meets them. */
export const storyDesk = (label: string): Desk => ({ dice: new Dice(`story ${label}`), next: () => 9001 });

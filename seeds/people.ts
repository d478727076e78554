import type { Dice } from './dice.js';
import { inventedName, inventedPhone } from './names.js';

/** Who represents an entity. Nobody here lives. */
export interface Person {
  readonly name: string;
  readonly idNumber?: string;
  readonly phone: string;
}

/** The only citizen numbers in the city: published synthetic ones, each with one invented owner. */
export const withNumber = [
  { name: '甄示范', idNumber: '150203199003070017', phone: '10015020301' },
  { name: '范例娟', idNumber: '150204198511220044', phone: '10015020402' },
  { name: '虞拟芳', idNumber: '150207197806303028', phone: '10015020703' },
  { name: '贾设明', idNumber: '150202200002291132', phone: '10015020204' },
  { name: '舒样成', idNumber: '150223196901150651', phone: '10015022305' },
] as const satisfies readonly Person[];

/** Somebody without a number, or now and then one of the five with one. */
export function somebody(dice: Dice): Person {
  if (dice.chance(15)) return dice.pick(withNumber);
  return { name: inventedName(dice), phone: inventedPhone(dice) };
}

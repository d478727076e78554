import type { Viewer } from '../access/viewer.js';
import { Role } from '../access/words.js';
import type { Addressee } from '../workflow/addressee.js';
import type { PublicContract } from './public-contract.entity.js';

/** Code of the department that is the budget office. */
export const budgetOffice = 'FINANCE';

/** What an account is to a contract. */
export type ContractSide = 'BUYER' | 'SUPPLIER';

type Asker = Pick<Viewer, 'role' | 'department' | 'uscc'>;
type Sides = Pick<PublicContract, 'buyerUscc' | 'buyerCode' | 'supplierUscc'>;

/** Which side of a contract the viewer is; null: neither. */
export function contractSideOf(
  { role, department, uscc }: Asker,
  { buyerUscc, buyerCode, supplierUscc }: Sides,
): ContractSide | null {
  if (role === Role.DEPARTMENT) return department !== undefined && department === buyerCode ? 'BUYER' : null;
  if (role !== Role.ENTERPRISE || uscc === undefined) return null;
  if (uscc === buyerUscc) return 'BUYER';
  return uscc === supplierUscc ? 'SUPPLIER' : null;
}

/** Whether the viewer knows of every contract: the budget office, the arrears administrators, the supervisor. */
export const knowsEveryContract = ({ role, department }: Pick<Viewer, 'role' | 'department'>): boolean =>
  role === Role.ARREARS_ADMIN || role === Role.SUPERVISOR || (role === Role.DEPARTMENT && department === budgetOffice);

/** Whether a contract exists for the viewer. The predicate of the reads says the same in SQL. */
export const mayKnowContract = (viewer: Asker, sides: Sides): boolean =>
  knowsEveryContract(viewer) || contractSideOf(viewer, sides) !== null;

/** As whom the buyer of a contract is awaited and told. */
export const buyerOf = ({ buyerCode, buyerUscc }: Pick<PublicContract, 'buyerCode' | 'buyerUscc'>): Addressee =>
  buyerCode === null ? `ENTERPRISE:${buyerUscc}` : `DEPARTMENT:${buyerCode}`;

import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Attachment } from '../attachments/attachment.entity.js';
import type { Context } from '../context.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import type { RepairApplication } from './repair-application.entity.js';

/** Proof that a duty was performed, as the application brought it. */
@ObjectType({ simpleResolvers: true, description: 'Proof that a duty was performed. 履行义务证明' })
export class RepairProof {
  @Access(anyone)
  @Field(() => String, { description: 'What it proves. 证明事项' })
  readonly title!: string;

  @Access(anyone)
  @Field(() => Attachment, { nullable: true, description: 'The file. 附件' })
  readonly attachment!: Attachment | null;

  @Access(anyone)
  @Field(() => Department, { nullable: true, description: 'The department that holds the document. 持有部门' })
  readonly heldBy!: Department | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Its number there. 文号' })
  readonly number!: string | null;
}

/** The proofs of an application with their files and departments. */
export const proofsShown = (
  { reference }: Context,
  { proofs }: Pick<RepairApplication, 'proofs'>,
  attachments: readonly Attachment[],
): RepairProof[] =>
  proofs.map(({ title, attachment, heldBy, number }) => ({
    title,
    attachment: attachments.find(({ id }) => id === attachment?.toLowerCase()) ?? null,
    heldBy: heldBy === null ? null : (reference(departments).get(heldBy) ?? null),
    number,
  }));

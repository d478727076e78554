import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { Purpose } from '../access/purpose.js';
import { anyone } from '../access/rules.js';
import { Role } from '../access/words.js';
import type { Context } from '../context.js';
import { accessPreview } from './access-preview.js';
import { FieldAccess } from './field-access.js';

/** Who would see what: open to anyone, since catalogue, purposes and mandates are public. */
@Resolver(() => FieldAccess)
export class AccessPreviewResolver {
  @Access(anyone)
  @Query(() => [FieldAccess], {
    description:
      'Which fields of a published record of the item somebody would see, and why not the others; a case is taken to be stated. 权限预览',
  })
  accessPreview(
    @Arg('item', () => String, { description: 'Code of the catalogue item. 目录代码' }) item: string,
    @Arg('as', () => Role, { description: 'As whom they would ask. 角色' }) as: Role,
    @Arg('purpose', () => Purpose, { nullable: true, description: 'What they would state as purpose. 使用目的' })
    purpose: Purpose | null,
    @Arg('department', () => String, {
      nullable: true,
      description:
        'Of DEPARTMENT: whose mandate counts; if left out, one that is not the provider and may state the purpose. 部门代码',
    })
    department: string | null,
    @Arg('own', () => Boolean, {
      defaultValue: false,
      description: 'Whether it is the entity that asks about itself, or the provider of the item. 本主体或提供单位',
    })
    own: boolean,
    @Arg('granted', () => Boolean, {
      defaultValue: false,
      description: 'Whether the department holds a grant of the item that names no field. 是否已获共享授权',
    })
    granted: boolean,
    @Arg('consented', () => Boolean, {
      defaultValue: false,
      description: 'Whether the subject has authorised the department or third party. 是否已获主体授权',
    })
    consented: boolean,
    @Ctx() context: Context,
  ): readonly FieldAccess[] {
    return accessPreview(context, item, {
      as,
      purpose: purpose ?? null,
      department: department ?? null,
      own,
      granted,
      consented,
    });
  }
}

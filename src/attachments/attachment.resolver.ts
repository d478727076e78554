import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { Attachment } from './attachment.entity.js';

/** Where attachments are downloaded. */
@Resolver(() => Attachment)
export class AttachmentResolver {
  @Access(anyone)
  @FieldResolver(() => String, {
    description: 'Path of the file, for those who may know of its case: with the same token. 下载地址',
  })
  url(@Root() { id }: Attachment): string {
    return `/attachments/${id}`;
  }
}

import { FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import { CaseDocument } from './case-document.entity.js';

/** Where documents are downloaded. */
@Resolver(() => CaseDocument)
export class CaseDocumentResolver {
  @Access(anyone)
  @FieldResolver(() => String, {
    description: 'Path of the document as PDF, for those who may know of its case: with the same token. PDF 下载地址',
  })
  url(@Root() { id }: CaseDocument): string {
    return `/documents/${id}.pdf`;
  }
}

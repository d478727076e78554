import { Field, ObjectType } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone } from '../access/rules.js';
import type { Day } from '../calendar/day.js';
import { DateScalar, DateTimeScalar } from '../calendar/scalars.js';
import { CatalogueClass } from '../catalogue/catalogue-item.entity.js';
import { ReportStatus, ReportUse, SupersededReason } from './report.words.js';

/** What a verifier is told of a report that it holds. */
@ObjectType({
  simpleResolvers: true,
  description:
    'How a credit report stands, told to whoever holds it. All but the status is null when it is UNKNOWN or TAMPERED. 信用报告核验',
})
export class ReportVerification {
  @Access(anyone)
  @Field(() => ReportStatus, { description: 'How it stands. 核验结果' })
  status!: ReportStatus;

  @Access(anyone)
  @Field(() => [SupersededReason], {
    description: 'Why it no longer holds: kinds of reasons, never which record. 失效原因',
  })
  reasons!: readonly SupersededReason[];

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Number. 报告编号' })
  number!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Code of the entity that it is about. 信用主体代码' })
  uscc!: string | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'Name of the entity when it was issued. 信用主体名称' })
  name!: string | null;

  @Access(anyone)
  @Field(() => ReportUse, { nullable: true, description: 'What it is for. 用途' })
  use!: ReportUse | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'For whom it is. 接收方' })
  recipient!: string | null;

  @Access(anyone)
  @Field(() => [CatalogueClass], { nullable: true, description: 'Classes that it covers. 涵盖信息类别' })
  classes!: readonly CatalogueClass[] | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was issued. 出具时间' })
  issuedAt!: Date | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'The day of which it speaks. 截至日期' })
  asOf!: Day | null;

  @Access(anyone)
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'The instant until which records were known to it. 截至时刻',
  })
  knownAt!: Date | null;

  @Access(anyone)
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which it may be relied upon. 有效期至' })
  validUntil!: Day | null;

  @Access(anyone)
  @Field(() => Boolean, { nullable: true, description: 'Whether it was issued to rehearse with. 是否演练' })
  rehearsed!: boolean | null;

  @Access(anyone)
  @Field(() => String, { nullable: true, description: 'SHA-256 of its canonical JSON, in hex. 内容摘要' })
  digest!: string | null;
}

import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../access/access.decorator.js';
import { anyone, only, onlyElse, ownEntity, role } from '../access/rules.js';
import { Role, WithheldReason } from '../access/words.js';
import type { Context } from '../context.js';
import { type Connection, connectionType, pageArguments } from '../database/connection.js';
import { Department } from '../departments/department.entity.js';
import { departments } from '../departments/department.reads.js';
import { LegalEntity } from '../registry/legal-entity.entity.js';
import { type EntityRow, entityById } from '../registry/legal-entity.reads.js';
import { checkCodeOf } from './check-code.js';
import { CreditReport } from './credit-report.entity.js';
import { IssueCreditReportInput } from './report.inputs.js';
import { ownReport, type ReportRow, reportsOfEntity, reportsPage, supersededReasons } from './report.reads.js';
import { statusOf } from './report.rules.js';
import { issueCreditReport } from './report.service.js';
import { ReportStatus, SupersededReason } from './report.words.js';
import { partsOf } from './report-file.js';
import { ReportVerification } from './verification.js';
import { verifyReport } from './verification.reads.js';

const CreditReportConnection = connectionType('CreditReport', CreditReport);

const readers = only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE, Role.SUPERVISOR));

/** A report that was just issued has its document, one that was read its signature. */
type AnyReport = ReportRow | CreditReport;

const signatureOf = (report: AnyReport): string =>
  'signature' in report ? report.signature : partsOf(report.jws).signature;

/** Issuing, finding and verifying credit reports. */
@Resolver(() => CreditReport)
export class ReportResolver {
  @Access(only(role(Role.ENTERPRISE, Role.DEPARTMENT, Role.CREDIT_CENTRE)))
  @Mutation(() => CreditReport, {
    description:
      'Issues a credit report: an entity about itself, a department for a stated purpose with what it may use, the credit centre for an entity that asked in writing. 出具专项信用报告',
  })
  issueCreditReport(
    @Arg('input', () => IssueCreditReportInput, { description: 'What it covers, for whom, what for. 申请内容' })
    input: IssueCreditReportInput,
    @Ctx() context: Context,
  ): Promise<CreditReport> {
    return issueCreditReport(context, input);
  }

  @Access(readers)
  @Query(() => CreditReport, {
    nullable: true,
    description: "A report by its number, if it is the viewer's. 信用报告查询",
  })
  creditReport(
    @Arg('number', () => String, { description: 'Its number. 报告编号' }) number: string,
    @Ctx() context: Context,
  ): Promise<ReportRow | null> {
    return ownReport(context, number);
  }

  @Access(readers)
  @Query(() => CreditReportConnection, {
    description:
      'Reports newest first: those about the entity itself, those that the office had issued, all for the supervisor. 信用报告列表',
  })
  creditReports(
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ReportRow>> {
    return reportsPage(context, { first: count, after: cursor });
  }

  @Access(anyone)
  @Query(() => ReportVerification, {
    description:
      'How a report stands, for whoever holds it: by its number and check code, or by the document itself. 核验信用报告',
  })
  verifyReport(
    @Arg('number', () => String, { nullable: true, description: 'Its number, with the check code. 报告编号' })
    number: string | null,
    @Arg('checkCode', () => String, { nullable: true, description: 'The check code that it bears. 校验码' })
    checkCode: string | null,
    @Arg('document', () => String, {
      nullable: true,
      description: 'Instead of both: its JSON file, byte for byte, or its JWS in compact form. 报告文件内容',
    })
    document: string | null,
    @Ctx() context: Context,
  ): Promise<ReportVerification> {
    return verifyReport(context, { number, checkCode, document });
  }

  @Access(anyone)
  @FieldResolver(() => LegalEntity, { nullable: true, description: 'The entity that it is about. 信用主体' })
  entity(@Root() { entityId }: AnyReport, @Ctx() context: Context): Promise<LegalEntity | null> {
    return context.load(entityById, entityId);
  }

  @Access(anyone)
  @FieldResolver(() => Department, { nullable: true, description: 'The department that had it issued. 申请出具部门' })
  department(@Root() { departmentCode }: AnyReport, @Ctx() context: Context): Department | null {
    return departmentCode === null ? null : (context.reference(departments).get(departmentCode) ?? null);
  }

  @Access(anyone)
  @FieldResolver(() => ReportStatus, { description: 'How it stands now. 状态' })
  async status(@Root() { id, validUntil }: AnyReport, @Ctx() context: Context): Promise<ReportStatus> {
    return statusOf(validUntil, context.today, await context.load(supersededReasons, id));
  }

  @Access(anyone)
  @FieldResolver(() => [SupersededReason], { description: 'Why it no longer holds. 失效原因' })
  supersededBy(@Root() { id }: AnyReport, @Ctx() context: Context): Promise<readonly SupersededReason[]> {
    return context.load(supersededReasons, id);
  }

  @Access(anyone)
  @FieldResolver(() => String, {
    description: 'Whoever has it with the number can verify the report, and fetch one that its subject carries. 校验码',
  })
  checkCode(@Root() report: AnyReport): string {
    return checkCodeOf(signatureOf(report));
  }

  @Access(anyone)
  @FieldResolver(() => String, {
    description: 'Path of the signed document as JSON; with `.pdf` instead of `.json` the printed one. 下载地址',
  })
  url(@Root() { number }: AnyReport): string {
    return `/reports/${number}.json`;
  }
}

/** The reports about an entity, on the entity. */
@Resolver(() => LegalEntity)
export class EntityReportsResolver {
  @Access(
    onlyElse(
      WithheldReason.SUBJECT_ONLY,
      ownEntity<EntityRow>(({ uscc }) => uscc),
      role(Role.SUPERVISOR),
    ),
  )
  @FieldResolver(() => CreditReportConnection, {
    nullable: true,
    description: 'The credit reports about it, newest first: to itself and to the supervisor. 信用报告',
  })
  reports(
    @Root() entity: EntityRow,
    @Arg('first', () => Int, pageArguments.first) count: number,
    @Arg('after', () => String, pageArguments.after) cursor: string | null,
    @Ctx() context: Context,
  ): Promise<Connection<ReportRow>> {
    return reportsOfEntity(context, entity.id, { first: count, after: cursor });
  }
}

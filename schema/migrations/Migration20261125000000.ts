import { Migration } from '@mikro-orm/migrations';

/** Whoever asks for the repair of a record finds the duty behind it. */
export class Migration20261125000000 extends Migration {
  override up(): void {
    this.addSql(`create index arrears_case_record on arrears_case (record_id) where record_id is not null`);
    this.addSql(
      `create index policy_commitment_record on policy_commitment (finding_record_id) where finding_record_id is not null`,
    );
  }
}

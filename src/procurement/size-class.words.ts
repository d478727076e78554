import { registerEnumType } from 'type-graphql';

/** The industries of the standard by which enterprises are classed as large, medium-sized, small or micro. */
export enum SizeIndustry {
  AGRICULTURE = 'AGRICULTURE',
  INDUSTRY = 'INDUSTRY',
  CONSTRUCTION = 'CONSTRUCTION',
  WHOLESALE = 'WHOLESALE',
  RETAIL = 'RETAIL',
  TRANSPORT = 'TRANSPORT',
  WAREHOUSING = 'WAREHOUSING',
  POST = 'POST',
  ACCOMMODATION = 'ACCOMMODATION',
  CATERING = 'CATERING',
  INFORMATION_TRANSMISSION = 'INFORMATION_TRANSMISSION',
  SOFTWARE = 'SOFTWARE',
  REAL_ESTATE = 'REAL_ESTATE',
  PROPERTY_MANAGEMENT = 'PROPERTY_MANAGEMENT',
  LEASING_AND_BUSINESS = 'LEASING_AND_BUSINESS',
  OTHER = 'OTHER',
}
registerEnumType(SizeIndustry, {
  name: 'SizeIndustry',
  description: 'Industries of the standard for sizes of enterprises (工信部联企业〔2011〕300号, item 4). 企业划型行业',
  valuesConfig: {
    AGRICULTURE: { description: 'Agriculture, forestry, animal husbandry and fishery. 农、林、牧、渔业' },
    INDUSTRY: { description: 'Mining, manufacturing, electricity, heat, gas and water. 工业' },
    CONSTRUCTION: { description: 'Construction. 建筑业' },
    WHOLESALE: { description: 'Wholesale. 批发业' },
    RETAIL: { description: 'Retail. 零售业' },
    TRANSPORT: { description: 'Transport, but for railways. 交通运输业（不含铁路运输业）' },
    WAREHOUSING: { description: 'Warehousing. 仓储业' },
    POST: { description: 'Post. 邮政业' },
    ACCOMMODATION: { description: 'Accommodation. 住宿业' },
    CATERING: { description: 'Catering. 餐饮业' },
    INFORMATION_TRANSMISSION: { description: 'Telecommunications and the internet. 信息传输业' },
    SOFTWARE: { description: 'Software and information technology services. 软件和信息技术服务业' },
    REAL_ESTATE: { description: 'Development and sale of real estate. 房地产开发经营' },
    PROPERTY_MANAGEMENT: { description: 'Management of property. 物业管理' },
    LEASING_AND_BUSINESS: { description: 'Leasing and business services. 租赁和商务服务业' },
    OTHER: { description: 'Whatever is not listed, by reference also what the standard leaves out. 其他未列明行业' },
  },
});

/** How large an enterprise is; all but the large are small and medium-sized enterprises (SMEs). */
export enum SizeClass {
  LARGE = 'LARGE',
  MEDIUM = 'MEDIUM',
  SMALL = 'SMALL',
  MICRO = 'MICRO',
}
registerEnumType(SizeClass, {
  name: 'SizeClass',
  description: 'How large an enterprise is (工信部联企业〔2011〕300号, items 2, 4). 企业规模类型',
  valuesConfig: {
    LARGE: { description: 'Large: no SME. 大型' },
    MEDIUM: { description: 'Medium-sized. 中型' },
    SMALL: { description: 'Small. 小型' },
    MICRO: { description: 'Micro. 微型' },
  },
});

/** By what the size of an enterprise is measured. */
export enum SizeMeasure {
  EMPLOYEES = 'EMPLOYEES',
  REVENUE = 'REVENUE',
  ASSETS = 'ASSETS',
}
registerEnumType(SizeMeasure, {
  name: 'SizeMeasure',
  description: 'By what the size of an enterprise is measured (工信部联企业〔2011〕300号, item 2). 划型指标',
  valuesConfig: {
    EMPLOYEES: { description: 'Persons employed. 从业人员（人）' },
    REVENUE: { description: 'Operating revenue, in ten thousand yuan. 营业收入（万元）' },
    ASSETS: { description: 'Total assets, in ten thousand yuan. 资产总额（万元）' },
  },
});

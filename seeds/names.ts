import type { Dice } from './dice.js';

/** Two-character halves of trade names. Joined by chance they name nobody we know of. */
const firstHalves = [
  '云岫',
  '霁野',
  '砚北',
  '青驼',
  '麓溪',
  '朔砾',
  '澄禾',
  '岚稷',
  '烁原',
  '雁塞',
  '松麓',
  '星砾',
  '昱川',
  '榆荫',
  '沁垣',
  '稷野',
  '铄川',
  '驼铃',
  '蒙榆',
  '金穗',
  '苜原',
  '湛岭',
  '墨岗',
  '煦阳',
  '瑾塬',
  '溯河',
  '毓草',
  '蔚岭',
] as const;
const secondHalves = [
  '拓维',
  '青禾',
  '逐光',
  '澜起',
  '绿源',
  '启衡',
  '筑远',
  '汇泽',
  '和铭',
  '凌川',
  '益安',
  '恒砺',
  '嘉麦',
  '远穗',
  '信垚',
  '正砥',
  '晟晖',
  '睿砾',
  '同熙',
  '卓堃',
  '利昀',
  '优榕',
  '诚岳',
  '丰垄',
] as const;
const shopWords = [
  '暖炉',
  '小满',
  '半坡',
  '老灶',
  '拾穗',
  '晚禾',
  '石榴',
  '四季春',
  '百味斋',
  '草木间',
  '阿吉',
  '喜鹊',
  '青石',
  '南窗',
  '好邻',
  '一勺',
  '大漠',
  '白桦',
  '七号',
  '三棵榆',
  '麦垛',
  '满仓',
  '小院',
  '银铃',
  '胡杨',
] as const;
const roads = [
  '砺石路',
  '云岫街',
  '青驼大道',
  '榆荫巷',
  '苜蓿路',
  '朔风街',
  '星河道',
  '驼铃路',
  '松麓街',
  '草原南路',
  '铄金大街',
  '沁园路',
  '稷下街',
  '雁塞路',
  '拓新路',
] as const;

/** Surnames and given names that say themselves that nobody bears them: 甄示例, 贾拟名. */
const surnames = ['甄', '贾', '虞', '范', '舒', '莫', '乌', '殷'] as const;
const givenNames = [
  '示例',
  '拟名',
  '样本',
  '例文',
  '设例',
  '仿真',
  '样',
  '拟',
  '例森',
  '拟岚',
  '样青',
  '设安',
  '例舟',
  '拟宁',
  '样松',
  '例衡',
  '设原',
  '拟川',
  '样禾',
  '例朔',
] as const;
const steppeNames = ['虚拟巴特', '虚拟娜仁', '示例图雅', '示例苏和', '样本其其格', '虚拟朝鲁'] as const;

export function inventedName(dice: Dice): string {
  return dice.chance(8) ? dice.pick(steppeNames) : dice.pick(surnames) + dice.pick(givenNames);
}

/** Gives every trade name once. */
export class Names {
  private readonly pairs: string[];
  private readonly shops: string[];

  constructor(private readonly dice: Dice) {
    this.pairs = dice.shuffled(firstHalves.flatMap((first) => secondHalves.map((second) => first + second)));
    const suffixes = ['', '家', '坊', '记'] as const;
    this.shops = dice.shuffled(shopWords.flatMap((word) => suffixes.map((suffix) => word + suffix)));
  }

  tradeName(): string {
    return this.pairs.pop()!;
  }

  shopName(): string {
    return this.shops.pop()!;
  }

  street(): string {
    return `${this.dice.pick(roads)}${this.dice.int(1, 298)}号`;
  }
}

/** Only numbers of this form occur: no telephone number in China begins with 100. */
export const inventedPhone = (dice: Dice): string => `100${dice.digits(8)}`;

export const inventedMail = (dice: Dice): string => `lianxi${dice.digits(4)}@example.com`;

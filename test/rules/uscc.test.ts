import { describe, expect, test } from '@jest/globals';
import { usccCheck, usccFault } from '../../src/registry/uscc.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const huawei = '914403001922038216';

describe('a code of GB 32100-2015 is valid', () => {
  test.each([
    ['914403001922038216', '华为技术'],
    ['91330100799655058B', '阿里巴巴（中国）'],
    ['9144030071526726XG', '腾讯科技（深圳）'],
    ['91100000100003962T', '中国工商银行'],
    ['911100001000044477', '中国建设银行'],
    ['911000001000013428', '中国银行'],
    ['9144030010001686XA', '招商银行'],
    ['91440300192317458F', '比亚迪'],
    ['91440300192181490G', '万科'],
    ['91440300100012316L', '中国平安'],
    ['91350900587527783P', '宁德时代'],
    ['91440400192548256N', '格力电器'],
    ['91440606722473344C', '美的集团'],
    ['91110108551385082Q', '小米科技'],
    ['911103026605015136', '京东世纪贸易'],
    ['91110108562144110X', '三快在线（美团）'],
    ['91310000132260250X', '上汽集团'],
    ['91310000631696382C', '宝钢股份'],
    ['91320000134762764K', '宁沪高速'],
    ['91360000625912173B', '江西铜业'],
    ['91320100748204660Q', '南京钢铁联合'],
    ['11320100MB1886843H', '南京市规划和自然资源局'],
    ['11230500001755309F', '双鸭山市公安局'],
    ['123502001549897397', 'a public institution of Xiamen'],
    ['91150000701463622D', '北方稀土'],
    ['911500007014649754', '包钢股份'],
    ['91150000114124263Y', '伊利'],
  ])('%s, real: %s', (code) => {
    expect(usccFault(code)).toBeUndefined();
  });

  test.each([
    ['91150200MA0T3QT132', 'enterprise'],
    ['91150203MA0T3QT218', 'enterprise'],
    ['91150204MA0T3QT3XE', 'enterprise'],
    ['92150203MA0T3QTA70', 'sole trader'],
    ['93150223MA0T3QT48Q', 'cooperative'],
    ['1115020001T3QT019Y', 'agency'],
    ['1215020046T3QT0245', 'public institution'],
    ['5115020050T3QT0546', 'association'],
    ['52150200MJT3QT0652', 'private non-profit'],
    ['53150200MJT3QT030C', 'foundation'],
  ])('%s, invented: %s', (code) => {
    expect(usccFault(code)).toBeUndefined();
  });
});

describe('codes of the 2015 pilot keep the check character they were issued with', () => {
  test.each([
    ['91350211M0000XUF46', 'R'],
    ['91350203M0001FUE2P', 'J'],
    ['91350100M0001TGQXM', '1'],
  ])('%s is valid, although the standard computes %s', (code, computed) => {
    expect(usccCheck(code)).toBe(computed);
    expect(usccFault(code)).toBeUndefined();
  });

  test('they are exceptions one by one: the next wrong character is refused', () => {
    expect(usccFault('91350211M0000XUF47')).toBe('USCC_CHECK_DIGIT');
  });
});

describe('a text that is no code is refused by the first rule it breaks', () => {
  test.each([
    ['91520000714305869Q', 'USCC_CHECK_DIGIT', 'the standard computes 3'],
    ['91110108802100433B', 'USCC_CHECK_DIGIT', 'the standard computes 4'],
    ['911000007109250324', 'USCC_CHECK_DIGIT', 'the standard computes 0'],
    ['91440300192203821', 'USCC_LENGTH', 'seventeen characters'],
    ['9144030019220382160', 'USCC_LENGTH', 'nineteen characters'],
    ['', 'USCC_LENGTH', 'nothing'],
    [' 14403001922038216', 'USCC_CHARACTER', 'a blank'],
    ['91330100799655058b', 'USCC_CHARACTER', 'lower case'],
    ['91330100799655058I', 'USCC_CHARACTER', 'I is not in the alphabet'],
    ['91330100799655058O', 'USCC_CHARACTER', 'O is not in the alphabet'],
    ['91330100799655058S', 'USCC_CHARACTER', 'S is not in the alphabet'],
    ['91330100799655058V', 'USCC_CHARACTER', 'V is not in the alphabet'],
    ['91330100799655058Z', 'USCC_CHARACTER', 'Z is not in the alphabet'],
    ['９１４４０３００１９２２０３８２１６', 'USCC_CHARACTER', 'full width'],
    ['9144030019220382１6', 'USCC_CHARACTER', 'one character of full width'],
    ['9144030019220382😀', 'USCC_CHARACTER', 'a picture'],
    ['94150200MA0T3QT132', 'USCC_CATEGORY', 'department 9 has no category 4'],
    ['01150200MA0T3QT132', 'USCC_CATEGORY', 'there is no department 0'],
    ['B1150200MA0T3QT132', 'USCC_CATEGORY', 'there is no department B'],
  ])('%p: %s, %s', (code, fault) => {
    expect(usccFault(code)).toBe(fault);
  });
});

describe(`every slip of the pen in ${huawei} is caught`, () => {
  const places = Array.from({ length: 18 }, (_, place) => place);

  test('the 540 substitutions of one character', () => {
    const wrong = places.flatMap((place) =>
      [...alphabet.replace(huawei[place]!, '')].map(
        (other) => huawei.slice(0, place) + other + huawei.slice(place + 1),
      ),
    );
    expect(wrong).toHaveLength(540);
    expect(wrong.filter((code) => usccFault(code) === undefined)).toEqual([]);
  });

  test('the 14 transpositions of unequal neighbours', () => {
    const wrong = places
      .slice(0, 17)
      .filter((place) => huawei[place] !== huawei[place + 1])
      .map((place) => huawei.slice(0, place) + huawei[place + 1]! + huawei[place]! + huawei.slice(place + 2));
    expect(wrong).toHaveLength(14);
    expect(wrong.filter((code) => usccFault(code) === undefined)).toEqual([]);
  });
});

test('the check character runs through the whole alphabet', () => {
  const checks = [...alphabet].map((last) => usccCheck(`91150200MA0T3QT1${last}`));
  expect(new Set(checks)).toEqual(new Set(alphabet));
});

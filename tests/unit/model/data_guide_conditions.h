// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the data guide says of conditions. tests/unit/match/condition_guide_test.cpp reads the lines
// of its examples.

#include "base/language.h"

namespace huice::test {

constexpr Wording kConditions{.zh = R"(
## 条件

申报条件、分档和倍数的 `rule` 写成一行文字，或写成 [JsonLogic](https://jsonlogic.com)。两种写法意思相同，浏览器收到的总是 JsonLogic。
条件中的名称是 `data/profile.json` 里各字段的名称或编号。

**比较。** 金额、比例和日期必须带单位，数字可以带字段的单位。全角半角都可以，数字可以有千分位。

```condition
年度研发投入 >= 5000万元
研发投入占营业收入比例 < 3.5%
园区内“专精特新”中小企业数 >= 10家
放款日 >= 2022年1月15日
3% <= 研发投入占营业收入比例 < 8%
年度研发投入不低于5,000万元
年度研发投入5000万元以上
```

符号是 `>=`、`<=`、`>`、`<`、`=`、`!=`（也可以写 `≥`、`≤`、`≠`）。不低于、不少于、达到、以上是 `>=`；不超过、不高于、以下是 `<=`；超过、高于、大于是 `>`；低于、不足、不满、小于是 `<`；是、为、等于是 `=`。“以上”“以下”包括本数，“超过”“不满”不包括（《民法典》第一千二百五十九条）。

**是或否，选项。** 是否类字段单独就是条件。选项可以取几个值，用顿号隔开。

```condition
规模以上企业
由外地迁入 = 否
申报主体 = 企业
注册地 属于 鄂尔多斯市
申报主体 属于 高校或科研院所、人才团队或个人
所有制 不属于 市属国有企业、其他国有企业
```

**并且、或、非。** “并且”可以写“且”，“或”可以写“或者”。两者连在一起时必须用括号，因为有两种读法。

```condition
年度研发投入 >= 5000万元 或 研发投入占营业收入比例 >= 3%
（规模以上企业 或 “小升规”企业）并且 非（注册地 = 其他）
```

**认定。** 括号里的各项用逗号隔开，说的是同一次认定；写名称、级别、方式或年份。一项取几个值用顿号。

```condition
认定（市级，“专精特新”中小企业，首次认定）
认定（国家级、自治区级，专精特新“小巨人”企业）
认定（高新技术企业，年份 >= 2022）
已获认定 没有（国家级）
已获批的平台、基地和机构（国家级 或 自治区级，首次认定）
```

**计算。** `+`、`-`、`×`、`÷`（或 `*`、`/`）和括号。两个金额相除得比例，与百分比相比；一个金额的百分之几用乘法。

```condition
年度研发投入 / 融资贷款余额 > 8%
（年度研发投入 - 上年度扣除财政支持后的研发经费）/ 上年度扣除财政支持后的研发经费 >= 10%
年度研发投入 >= 融资贷款余额 × 3%
```

**名称。** 取最长的已知名称，所以“自主研发产品或技术”里没有“或”。引号可以省略。名称用「」括起来总是可以。

```condition
自主研发产品或技术
「自主研发产品或技术」 或 own-technology
列入专精特新培育库
```
)",
                              .en = R"(
## Conditions

The `rule` of a requirement, a schedule row or a modifier is one line of text, or [JsonLogic](https://jsonlogic.com). Both say
the same; the browser always gets JsonLogic. The names in a condition are the labels or ids of the fields in
`data/profile.json`.

**Comparing.** Money, rates and days need their unit; a number may have the field's. Characters may be of either
width, and numbers may have separators of thousands.

```condition
年度研发投入 >= 5000万元
研发投入占营业收入比例 < 3.5%
园区内“专精特新”中小企业数 >= 10家
放款日 >= 2022年1月15日
3% <= 研发投入占营业收入比例 < 8%
年度研发投入不低于5,000万元
年度研发投入5000万元以上
```

The signs are `>=`, `<=`, `>`, `<`, `=` and `!=` (or `≥`, `≤`, `≠`). 不低于, 不少于, 达到 and 以上 are `>=`; 不超过, 不高于 and
以下 are `<=`; 超过, 高于 and 大于 are `>`; 低于, 不足, 不满 and 小于 are `<`; 是, 为 and 等于 are `=`. 以上 and 以下 include the
number, 超过 and 不满 do not (Civil Code, article 1259).

**Yes or no, choices.** A field of yes or no is a condition by itself. A choice may be one of several values, with 、 between
them.

```condition
规模以上企业
由外地迁入 = 否
申报主体 = 企业
注册地 属于 鄂尔多斯市
申报主体 属于 高校或科研院所、人才团队或个人
所有制 不属于 市属国有企业、其他国有企业
```

**And, or, not.** 并且 or 且; 或 or 或者; 非. Side by side 并且 and 或 need brackets, since there are two ways to read them.

```condition
年度研发投入 >= 5000万元 或 研发投入占营业收入比例 >= 3%
（规模以上企业 或 “小升规”企业）并且 非（注册地 = 其他）
```

**Recognitions.** What is in the brackets, with commas between, is of one and the same recognition: its name, level, way or
year. Several values of one of these have 、 between them.

```condition
认定（市级，“专精特新”中小企业，首次认定）
认定（国家级、自治区级，专精特新“小巨人”企业）
认定（高新技术企业，年份 >= 2022）
已获认定 没有（国家级）
已获批的平台、基地和机构（国家级 或 自治区级，首次认定）
```

**Computing.** `+`, `-`, `×`, `÷` (or `*`, `/`) and brackets. One sum divided by another is a share, which is compared with a
percentage; a percentage of a sum is a product.

```condition
年度研发投入 / 融资贷款余额 > 8%
（年度研发投入 - 上年度扣除财政支持后的研发经费）/ 上年度扣除财政支持后的研发经费 >= 10%
年度研发投入 >= 融资贷款余额 × 3%
```

**Names.** The longest known name counts, so that 自主研发产品或技术 holds no 或. Quotation marks may be left out. Any name may
be put between 「 and 」.

```condition
自主研发产品或技术
「自主研发产品或技术」 或 own-technology
列入专精特新培育库
```
)"};

}  // namespace huice::test

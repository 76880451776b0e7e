// SPDX-License-Identifier: Apache-2.0
#pragma once

// The names of an invented profile, for lines of the condition language.

#include "logic/condition/vocabulary.h"

namespace huice::test {

inline logic::Vocabulary some_names() {
  using logic::Term;
  using logic::TermKind;
  const auto parts = [](std::vector<std::string> names) {
    return std::vector<Term>{
        {"name", "名称", TermKind::choice, {}, std::move(names), {}},
        {"tier", "级别", TermKind::choice, {}, {"国家级", "自治区级", "市级"}, {}},
        {"year", "年份", TermKind::number, "年", {}, {}},
        {"how", "方式", TermKind::choice, {}, {"首次认定", "再次认定"}, {}}};
  };
  return {{{"spending", "年度研发投入", TermKind::money, {}, {}, {}},
           {"revenue", "营业收入", TermKind::money, {}, {}, {}},
           {"share", "研发投入占营业收入比例", TermKind::rate, {}, {}, {}},
           {"staff", "职工总数", TermKind::number, "人", {}, {}},
           {"park-firms", "园区内企业数", TermKind::number, "家", {}, {}},
           {"loan-day", "放款日", TermKind::date, {}, {}, {}},
           {"scaled", "规模以上企业", TermKind::yes_no, {}, {}, {}},
           {"own-technology", "自主研发产品或技术", TermKind::yes_no, {}, {}, {}},
           {"not-state", "非国有企业", TermKind::yes_no, {}, {}, {}},
           {"region", "注册地", TermKind::choice, {}, {"鄂尔多斯市", "呼和浩特市", "其他"}, {}},
           {"kind", "申报主体", TermKind::choice, {}, {"企业", "高校或科研院所", "产业园区"}, {}},
           {"recognitions",
            "已获认定",
            TermKind::records,
            {},
            {},
            parts({"“专精特新”中小企业", "专精特新“小巨人”企业", "高新技术企业"})},
           {"platforms",
            "已获批的平台、基地和机构",
            TermKind::records,
            {},
            {},
            parts({"企业技术（研发）中心", "重点实验室", "众创空间"})}},
          "认定"};
}

}  // namespace huice::test

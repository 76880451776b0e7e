// SPDX-License-Identifier: Apache-2.0
//
// data/indicators/<id>.json, data/observations/*.csv
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {

template <>
const ShapeFor<Indicator>& shape_of<Indicator>() {
  static const auto shape = record<Indicator>(
      {"指标", "indicator"}, Presence::optional,
      {required<&Indicator::id>(
           "id", id(), {"编号，与文件名（不含 .json）相同", "the file's name without .json"}),
       required<&Indicator::name>("name", text(),
                                  {"名称，如“R&D经费投入强度”", "its name, like R&D经费投入强度"}),
       optional<&Indicator::phrase>(
           "phrase", text(),
           {"句子里怎么称呼，后面接数字，如“引进技术合同”“引进技术合同成交额”；不填用“name”",
            "what sentences call it, before its figure: 引进技术合同; the name where it is empty"}),
       required<&Indicator::unit>("unit", text(),
                                  {"单位，如 %、家、亿元", "its unit, like %, 家, 亿元"}),
       required<&Indicator::kind>("kind", choice<MeasureKind>(),
                                  {"类别：stock 存量，flow 流量，rate 比率，price 价格或利率",
                                   "stock, flow, rate or price"}),
       optional<&Indicator::direction>(
           "direction", choice<Direction>(),
           {"哪个方向为好：up 升，down 降，none 不分", "which way is better"}),
       optional<&Indicator::aggregation>(
           "aggregation", choice<Aggregation>(),
           {"各期怎样合并：sum 求和，last 取末期，mean 平均，none 不合并", "how periods combine"}),
       optional<&Indicator::formula>("formula", text(),
                                     {"由其他指标计算的公式：a / b，或 growth(a)",
                                      "computed from other indicators: a / b, or growth(a)"}),
       optional<&Indicator::definition>(
           "definition", text(),
           {"统计口径：哪些计入，哪些不计入", "what counts and what does not"}),
       optional<&Indicator::growth>(
           "growth", reference(RefKind::indicator),
           {"增速另行公布的（如地区生产总值按不变价格计算），填增速指标的编号；惠策就不再按总量计算"
            "增长率",
            "the indicator that holds its growth where that is published (at constant prices, as "
            "that of GDP): no rate is computed from the figures then"}),
       optional<&Indicator::topic>("topic", reference(RefKind::topic),
                                   {"所属主题", "what it is about"})});
  return shape;
}

template <>
const ShapeFor<Observation>& shape_of<Observation>() {
  static const auto shape = record<Observation>(
      {"指标数据", "observation"}, Presence::optional,
      {required<&Observation::indicator>("indicator", reference(RefKind::indicator),
                                         {"哪项指标", "which indicator"}),
       required<&Observation::region>("region", reference(RefKind::region),
                                      {"哪个地区", "which region"}),
       required<&Observation::period>("period", period(),
                                      {"时期；来源没有写明的填 unstated",
                                       "which period; unstated where the source gives none"}),
       optional<&Observation::variant>(
           "variant", id(),
           {"同一数据有两个来源时，用来区分", "distinguishes two sources of one figure"}),
       optional<&Observation::qualifier>(
           "qualifier", qualifier(),
           {"=、>、≥、<、≤、≈ 或 余；空着是 =", "=, >, ≥, <, ≤, ≈ or 余; empty: ="}),
       required<&Observation::value>(
           "value", observed_value(),
           {"数值；来源在这里印的是符号的，照填：… 不足最小单位，- 无，不详，x 不公布",
            "the figure, or the sign that the source has instead: … below the smallest unit, - "
            "none, "
            "不详 not known, x withheld"}),
       required<&Observation::unit>("unit", text(),
                                    {"单位，照来源的写法", "its unit, as the source has it"}),
       optional<&Observation::note>("note", text(), {"读者须知", "what a reader must know"})});
  return shape;
}

}  // namespace huice::model::schema

// SPDX-License-Identifier: Apache-2.0
#pragma once

// The sentence that an official writes of a record: what prose prints for a citation with the
// filter “sentence” and its like. All words come from Words.

#include "model/walk.h"
#include "view/scope.h"

#include <string>
#include <vector>

namespace huice::view {

/// Figures with what they count: 引进技术合同899项，成交额69.98亿元; a name that begins with the
/// first one's says the rest of itself alone. Of two figures of one indicator the later, and how it
/// has changed: 研发投入强度达到2.1%，比上年提高0.3个百分点. Of several regions what is alike:
/// 鄂托克旗、康巴什区研发投入强度均超过1%. REQUIRES: there is one.
std::string facts_sentence(const std::vector<const model::Observation*>& facts,
                           const Reader& reader, const Words& words);

/// 较上年增长53.2%, 比上年提高0.3个百分点, 较2020年增加3家. `indicator` is that of both, or
/// nullptr. REQUIRES: derive::is_after(now, then).
std::string change_text(const model::Observation& now, const model::Observation& then,
                        const model::Indicator* indicator, const Words& words);

/// 一次性给予10万元奖励; 按新增配套额的5%给予补助，最高50万元. REQUIRES: model::given(measure).
std::string given_text(const model::Measure& measure, const Words& words);

/// The same with who gets it: 对市级“专精特新”中小企业一次性给予10万元奖励.
std::string measure_sentence(const model::Measure& measure, const Reader& reader,
                             const Words& words);

/// 到2025年，市级“专精特新”中小企业达到300家
std::string target_sentence(const model::Target& target, const Words& words);

/// 由市科技局于2026年底前完善培训体系
std::string undertaking_sentence(const model::Undertaking& undertaking, const Reader& reader,
                                 const Words& words);

}  // namespace huice::view

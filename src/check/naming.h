// SPDX-License-Identifier: Apache-2.0
#pragma once

// How findings call a record, so that the reader knows it without opening a file.

#include "model/library.h"
#include "model/walk.h"

#include <string>
#include <string_view>

namespace huice::check {

std::string name_of(const model::Policy& policy);       ///< its number, else 《its title》
std::string name_of(const model::Measure& measure);     ///< “its title”
std::string name_of(const model::ArticleRef& article);  ///< 鄂府发〔2022〕103号 二（三）
std::string name_of(const model::Reply& reply);         ///< its number, else its title

/// 鄂府发〔2022〕103号 二（三） and the title of the measure, the target's label, or what is
/// promised.
std::string name_of(const model::MeasureRef& measure);
std::string name_of(const model::TargetRef& target);
std::string name_of(const model::UndertakingRef& promise);

/// Its indicator, region and period: 地区生产总值（鄂尔多斯市，2024年）.
std::string name_of(const model::Observation& figure, const model::Library& library);
/// The same and its figure.
std::string figure_named(const model::Observation& figure, const model::Library& library);

/// What a citation means by an id: of an article, measure, target, text or figure; else the id.
std::string name_of_fact(std::string_view id, const model::Library& library);

}  // namespace huice::check

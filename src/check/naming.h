// SPDX-License-Identifier: Apache-2.0
#pragma once

// How findings call a record, so that the reader knows it without opening a file.

#include "model/library.h"

#include <string>

namespace huice::check {

std::string name_of(const model::Policy& policy);       ///< its number, else 《its title》
std::string name_of(const model::Measure& measure);     ///< “its title”
std::string name_of(const model::ArticleRef& article);  ///< 鄂府发〔2022〕103号 二（三）
std::string name_of(const model::Reply& reply);         ///< its number, else its title
std::string name_of(const model::Observation& figure);  ///< fact id and figure

}  // namespace huice::check

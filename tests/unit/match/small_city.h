// SPDX-License-Identifier: Apache-2.0
#pragma once

// A project of one policy with one article, in memory, for what is matched against it. All of it
// is invented.

#include "base/memory_files.h"
#include "load/project.h"
#include "match/plan.h"
#include "model/locator.h"
#include "paths.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>

namespace huice::test {

class SmallCity {
 public:
  /// `policy` has members that replace those of the policy, `measures` is its article's list.
  SmallCity(const nlohmann::ordered_json& policy, const nlohmann::ordered_json& measures,
            const std::string& as_of, const std::string& examples = {}) {
    nlohmann::ordered_json whole = nlohmann::ordered_json::parse(R"({
      "id": "p", "number": "示府发〔2021〕1号", "title": "示例措施", "kind": "若干措施",
      "completeness": "whole", "region": "city",
      "dates": {"effective": {"phrase": "自2021年2月1日起施行", "date": "2021-02-01",
                              "confirmed": true}, "expires": "2030-12-31"},
      "source": {"document": "示例文件（虚构）", "reliability": "official"},
      "sections": [{"id": "1", "articles": [{"id": "1", "label": "一、", "heading": "示例"}]}]})");
    for (const auto& [key, value] : policy.items()) whole[key] = value;
    whole["sections"][0]["articles"][0]["measures"] = measures;
    files_.put("p/data/policies/p.json", whole.dump(1));
    files_.put("p/data/site.json", R"({"name": "示例站点（虚构）", "region": "city"})");
    const RealFileSystem disk;
    for (const char* name : {"regions.json", "profile.json", "indicators/lpr.json",
                             "indicators/monthly.json", "rates.csv"}) {
      const auto text = disk.read(source_path("/tests/cases/match/city/") + std::string(name));
      REQUIRE_MESSAGE(text.ok(), name);
      const std::string to = name == std::string("rates.csv") ? "observations/rates.csv" : name;
      files_.put("p/data/" + to, text.value());
    }
    if (!examples.empty()) files_.put("p/data/examples.json", examples);
    library_ = load::load_project(files_, {.project = "p"}, problems_);
    if (!library_) return;
    locator_ = std::make_unique<model::Locator>(files_, "p", library_->files());
    plan_.emplace(*library_, model::Date::parse(as_of).value(), *locator_, problems_);
  }

  model::Locator& locator() { return *locator_; }

  bool loaded() const { return library_.has_value(); }
  const model::Library& library() const { return *library_; }
  const match::Plan& plan() const { return *plan_; }
  Diagnostics& problems() { return problems_; }

  /// All problems so far, as people read them.
  std::string said() const {
    std::string text;
    for (const Diagnostic& found : problems_.sorted())
      text += format_diagnostic(found, Language::en);
    return text;
  }

 private:
  MemoryFileSystem files_;
  Diagnostics problems_;
  std::optional<model::Library> library_;
  std::unique_ptr<model::Locator> locator_;
  std::optional<match::Plan> plan_;
};

}  // namespace huice::test

// SPDX-License-Identifier: Apache-2.0
#pragma once

// View<Record>: a record as templates see it, without copying it. A template can ask for the keys
// of a table of functions per record type, in src/view/tables/, and for the record's plain fields;
// nothing is computed that no template asks for. Where a page notes its questions, each key that is
// asked is one.

#include "template/values/builders.h"
#include "view/plain_fields.h"
#include "view/scope.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace huice::view {

template <class Record>
struct Entry {
  std::string_view key;
  tmpl::Value (*make)(const Record& record, const PageScope& page);
};

/// The table of a record type; each is defined in one file of src/view/tables/.
template <class Record>
const std::vector<Entry<Record>>& entries();

/// Where a record is in the data, for messages; unknown by default.
template <class Record>
model::Place place_of(const Record& /*record*/) {
  return {};
}

/// A record of the library, pointed to. REQUIRES: record and page outlive the view.
template <class Record>
class View final : public RecordView {
 public:
  View(const Record& record, const PageScope& page) : record_(&record), page_(&page) {}
  View(const Record&& temporary, const PageScope& page) = delete;

  tmpl::Value get(std::string_view key) const override { return lookup(*record_, *page_, key); }
  std::vector<std::string> keys() const override { return names(); }
  std::optional<Location> place() const override {
    const model::Place where = place_of(*record_);
    if (where.file == 0) return std::nullopt;
    return page_->scope.locator.at(where);
  }

  void describe(AnswerDigest& answer) const override { add_to(answer, *record_); }

  static tmpl::Value lookup(const Record& record, const PageScope& page, std::string_view key) {
    tmpl::Value answer = answer_of(record, page, key);
    if constexpr (Asked<Record>) {
      if (page.questions != nullptr) page.note(subject_of(record), key, answer);
    }
    return answer;
  }

  static std::vector<std::string> names() {
    using Part = std::remove_cvref_t<decltype(FieldsOf<Record>::get(std::declval<Record&>()))>;
    std::vector<std::string> all = plain_keys(static_cast<const Part*>(nullptr));
    for (const Entry<Record>& entry : entries<Record>()) {
      if (std::find(all.begin(), all.end(), entry.key) == all.end()) all.emplace_back(entry.key);
    }
    return all;
  }

 private:
  static tmpl::Value answer_of(const Record& record, const PageScope& page, std::string_view key) {
    for (const Entry<Record>& entry : entries<Record>()) {
      if (entry.key == key) return entry.make(record, page);
    }
    return plain_field(FieldsOf<Record>::get(record), key);
  }

  const Record* record_;
  const PageScope* page_;
};

/// A small record made on the spot (an ArticleRef, say), held by the view.
template <class Record>
class OwnedView final : public RecordView {
 public:
  OwnedView(Record record, const PageScope& page) : record_(std::move(record)), page_(&page) {}

  tmpl::Value get(std::string_view key) const override {
    return View<Record>::lookup(record_, *page_, key);
  }
  std::vector<std::string> keys() const override { return View<Record>::names(); }
  std::optional<Location> place() const override { return View<Record>(record_, *page_).place(); }
  void describe(AnswerDigest& answer) const override { add_to(answer, record_); }

 private:
  Record record_;
  const PageScope* page_;
};

template <class Record>
tmpl::Value view_of(const Record& record, const PageScope& page) {
  return tmpl::Value(View<Record>(record, page));
}
template <class Record>
tmpl::Value view_of(const Record&& temporary, const PageScope& page) = delete;

template <class Record>
tmpl::Value owned_view(Record record, const PageScope& page) {
  return tmpl::Value(OwnedView<Record>(std::move(record), page));
}

/// A list of views over a list of the library.
template <class Records>
tmpl::Value views(const Records& records, const PageScope& page) {
  using Record = typename Records::value_type;
  return tmpl::list_of(records, [&page](const Record& record) { return view_of(record, page); });
}

/// Text of the library, or none where it is empty.
inline tmpl::Value text_or_none(const std::string& text) {
  return text.empty() ? tmpl::Value(nullptr) : tmpl::Value::borrow(std::string_view(text));
}

/// The same of a text made on the spot, which the value then holds.
inline tmpl::Value text_or_none(const std::string&& text) {
  return text.empty() ? tmpl::Value(nullptr) : tmpl::Value(text);
}

/// Text of the library, as it is.
inline tmpl::Value text(const std::string& value) {
  return tmpl::Value::borrow(std::string_view(value));
}
tmpl::Value text(const std::string&& value) = delete;

/// A list of texts of the library.
inline tmpl::Value texts(const std::vector<std::string>& values) {
  return tmpl::list_of(values, [](const std::string& value) { return text(value); });
}

}  // namespace huice::view

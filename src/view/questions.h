// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was asked while a page was rendered, and what was answered: a page is made of these answers
// and its template alone, so that it changes only where one of them does.

#include "template/values/value.h"

#include <compare>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace huice::view {

/// ("policy", "p0", "status"): a key of a record. ("successor", "p0", ""): a look-up by an id, of a
/// record where the key is empty. ("policies", "", ""): a list. ("page", "", "counts"): a variable
/// of the page itself.
struct Question {
  std::string kind;
  std::string id;   ///< a record's, or of a part of one; empty where no record is asked about
  std::string key;  ///< with the part before a dot where parts have no id: "steps 0.name"
  friend auto operator<=>(const Question&, const Question&) = default;
};

/// Hash of an answer, and the ids of the records in it. A record is hashed by its id alone, since
/// each key that is asked of it is a question of its own.
class AnswerDigest {
 public:
  AnswerDigest() = default;
  explicit AnswerDigest(const tmpl::Value& value) { add_value(value); }

  void add_text(std::string_view text);
  void add_number(std::uint64_t number);
  /// That there is no answer.
  void add_none();
  /// A record, or a part of it that is named within it.
  void add_record(std::string_view kind, std::string_view id, std::string_view part = {});
  /// Scalars by their content, lists and dictionaries by their elements, records by their ids.
  void add_value(const tmpl::Value& value);

  std::uint64_t hash() const;
  /// The records that were added.
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  void add_mapping(const tmpl::Mapping& mapping);
  void add_tagged(char tag, std::string_view bytes);

  std::string bytes_;
  std::vector<std::string> ids_;
};

/// The questions of one rendering. Not shared between threads.
class Questions {
 public:
  /// Whether it was noted before: the answer is then known to be the same.
  bool has(const Question& question) const { return answers_.contains(question); }

  /// Notes an answer; the first one where the question was noted before.
  void note(Question question, const AnswerDigest& answer);

  /// The hash of each answer.
  const std::map<Question, std::uint64_t>& answers() const { return answers_; }

  /// Whether a question is about this id or a part of it (an article for its policy), or an answer
  /// has it.
  bool name(std::string_view id) const;

 private:
  std::map<Question, std::uint64_t> answers_;
  std::set<std::string, std::less<>> ids_;
};

}  // namespace huice::view

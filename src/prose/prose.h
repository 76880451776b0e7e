// SPDX-License-Identifier: Apache-2.0
#pragma once

// Prose fields -> one Markdown tree whose citations are nodes. In prose,
//
//   {{ fact('rd-intensity@ordos/unstated') }}      an observation
//   {{ amount('ordos-2022-103/2.3/champion') }}    what a measure gives
//   {{ target('ordos-2022-103/1.2/zjtx-city') }}   a target
//   {{ undertaking('ordos-cppcc-5-1-188/rd') }}    what was promised
//   {{ cite('ordos-2021-61/15') }}                 a policy or an article
//
// are the only expressions; a filter may follow: {{ fact('…') | value }}. Several facts may be said
// in one sentence: {{ fact('…', '…') | sentence }}. What a text depends on is thus known before
// anything is rendered, by citations() alone.

#include "base/diagnostic.h"
#include "base/edited_text.h"
#include "base/spelling.h"
#include "markdown/tree.h"
#include "model/library.h"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace huice::prose {

enum class CitedKind { fact, amount, target, undertaking, cite };

/// One citation. The views point into the prose.
struct Citation {
  CitedKind kind = CitedKind::fact;
  std::string_view id;
  std::vector<std::string_view> others{};  ///< facts that are said with it
  std::string_view filter{};               ///< empty: none
  std::size_t offset = 0;                  ///< byte of its "{{" in the Markdown text
  std::size_t length = 0;                  ///< bytes up to and including "}}"

  /// `id` and the others.
  std::vector<std::string_view> ids() const {
    std::vector<std::string_view> all{id};
    all.insert(all.end(), others.begin(), others.end());
    return all;
  }
};

/// What the citations of a library's texts may name, for "did you mean": kept over all of them, so
/// that many wrong ones cost little more than one.
class CitedIds {
 public:
  explicit CitedIds(model::Library library) : library_(std::move(library)) {}

  const model::Library& library() const { return library_; }
  std::string nearest(CitedKind kind, std::string_view id);

 private:
  struct Known {
    std::vector<std::string> ids;
    Speller speller;
  };

  model::Library library_;
  std::map<CitedKind, Known> known_;
};

/// Turns a span of the prose's Markdown into a place in the data file.
using Locate = std::function<Location(std::size_t offset, std::size_t bytes)>;

/// Every citation in order. Reports what is no citation: another expression, an unknown function or
/// filter, a statement ({% … %}), or a reference that the library does not have.
std::vector<Citation> citations(std::string_view markdown, const model::Library& library,
                                const Locate& locate, Diagnostics& problems);
/// The same of prose whose problems were reported before.
std::vector<Citation> citations(std::string_view markdown, const model::Library& library);

/// The tree of a prose field. Each citation is a markdown citation node whose target is
/// target_of(citation). Problems of citations() and of the Markdown itself are reported.
markdown::Document read(const model::Prose& prose, const model::Library& library,
                        const Locate& locate, Diagnostics& problems);

/// A prose field as it was read.
struct ReadProse {
  EditedText source;            ///< the Markdown, each citation as a citation node's
  markdown::Document document;  ///< whose places are those of `source`
};

/// The same with the text that the places of the tree are in.
ReadProse read_with_source(const model::Prose& prose, CitedIds& ids, const Locate& locate,
                           Diagnostics& problems);

/// What a citation node's target holds: "amount:ordos-2022-103/2.3/champion|filter",
/// "fact:one,other|sentence".
std::string target_of(const Citation& citation);

/// The citation that a target means; the views point into `target`.
Citation parse_target(std::string_view target);

/// The filters a kind of citation knows. fact: value, period, sentence (its name and figure; with
/// others what all say), change (since the other); amount: figure (the sum alone), given
/// (一次性给予10万元奖励), sentence (对…一次性给予…); target: sentence; cite: number, title, label.
const std::vector<std::string_view>& filters(CitedKind kind);

}  // namespace huice::prose

// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where a record comes from, who may see it, and who has checked it.

#include "model/date.h"

#include <cstdint>
#include <optional>
#include <string>

namespace huice::model {

/// A place in the data folder: `file` indexes Records::files.
struct Place {
  std::uint32_t file = 0;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// official: a government page or document; press: a newspaper; provisional (待核): a copy or a
/// figure nobody has checked. Whatever is computed from a provisional value is provisional.
enum class Reliability { official, press, provisional };

struct Source {
  std::string document;  ///< a policy's or proposal's id, or the title of another document
  std::string place;     ///< article, paragraph or page in it
  std::string url;       ///< empty where there is none to give
  Reliability reliability = Reliability::official;

  /// 待核: nobody has checked it.
  bool is_provisional() const { return reliability == Reliability::provisional; }
};

/// Who may see a record. Nothing but `public_` ever reaches public/.
enum class Audience { public_, internal, draft };

struct Reviewed {
  std::string by;  ///< internal: the public view drops it
  std::optional<Date> on;
};

/// What every record carries.
struct Provenance {
  std::optional<Source> source;
  Audience audience = Audience::public_;
  std::optional<Reviewed> reviewed;
  std::string memo;  ///< internal: the office's own note; the public view drops it
  Place place;

  bool is_provisional() const { return source && source->is_provisional(); }
};

/// A prose field: Markdown in which {{ fact('…') }} and its like cite records (src/prose).
struct Prose {
  std::string markdown;
  Place place;

  bool empty() const { return markdown.empty(); }
};

}  // namespace huice::model

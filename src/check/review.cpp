// SPDX-License-Identifier: Apache-2.0
//
// What is public without anyone having checked it. Both hold for many records at once, so they are
// reported once a file, and once a folder where a folder holds one record a file. Where nobody has
// checked anything yet, that is one thing to say.
#include "base/messages/check.h"
#include "check/naming.h"
#include "check/rules.h"

namespace huice::check {
namespace {

using model::Provenance;

class Review {
 public:
  Review(const Subject& subject, Findings& findings)
      : library_(subject.library), findings_(findings) {}

  template <class Records>
  void look_for_reviewed(const Records& records) {
    for (const auto& record : records) {
      begun_ = begun_ || is_reviewed(record.provenance);
    }
  }

  template <class Records>
  void one_file(const Records& records) {
    for (const auto& record : records) {
      count(record.provenance, library_.files().at(record.provenance.place.file), title_of(record));
    }
  }

  template <class Records>
  void one_file_each(const Records& records) {
    for (const auto& record : records) {
      const std::string& file = library_.files().at(record.provenance.place.file);
      count(record.provenance, file.substr(0, file.rfind('/')), title_of(record));
    }
  }

  void observations() {
    for (const model::Observation& one : library_.observed()) {
      count(one.provenance, library_.files().at(one.provenance.place.file), name_of(one, library_));
    }
  }

 private:
  // What a list calls the record.
  template <class Record>
  static const std::string& title_of(const Record& record) {
    if constexpr (requires { record.title; }) {
      return record.title;
    } else if constexpr (requires { record.name; }) {
      return record.name;
    } else if constexpr (requires { record.label; }) {
      return record.label;
    } else {
      return record.term;
    }
  }

  static bool is_reviewed(const Provenance& provenance) {
    return provenance.audience == model::Audience::public_ && provenance.reviewed &&
           provenance.reviewed->on;
  }

  void count(const Provenance& provenance, const std::string& group, const std::string& name) {
    if (provenance.audience != model::Audience::public_) return;
    findings_.count(msg::unreviewed::code, begun_ ? group : "data", !is_reviewed(provenance),
                    provenance.place, name);
    findings_.count(msg::provisional::code, group, provenance.is_provisional(), provenance.place,
                    name);
  }

  const model::Library& library_;
  Findings& findings_;
  bool begun_ = false;  ///< some public record is reviewed
};

}  // namespace

void check_review(const Subject& subject, Findings& findings) {
  const model::Library& library = subject.library;
  Review review(subject, findings);
  const auto look = [&review](const auto&... records) { (review.look_for_reviewed(records), ...); };
  look(library.organizations(), library.regions(), library.topics(), library.beneficiaries(),
       library.glossary(), library.ladders(), library.profile(), library.policies(),
       library.proposals(), library.indicators(), library.booklets(), library.dashboards(),
       library.observed());
  review.one_file(library.organizations());
  review.one_file(library.regions());
  review.one_file(library.topics());
  review.one_file(library.beneficiaries());
  review.one_file(library.glossary());
  review.one_file(library.ladders());
  review.one_file(library.profile());
  review.one_file_each(library.policies());
  review.one_file_each(library.proposals());
  review.one_file_each(library.indicators());
  review.one_file_each(library.booklets());
  review.one_file_each(library.dashboards());
  review.observations();
}

}  // namespace huice::check

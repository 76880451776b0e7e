// SPDX-License-Identifier: Apache-2.0
#pragma once

// The records of a project as plain lists: Records while they are read, SharedRecords once they no
// longer change. A Library (library.h) is built from either.

#include "model/catalog.h"
#include "model/example.h"
#include "model/indicator.h"
#include "model/policy.h"
#include "model/proposal.h"
#include "model/publication.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace huice::model {

/// One list for each kind of record but the site, of which there is one.
template <template <class...> class List>
struct RecordLists {
  List<Organization> organizations;
  List<Region> regions;
  List<Topic> topics;
  List<Beneficiary> beneficiaries;
  List<GlossaryTerm> glossary;
  List<Ladder> ladders;
  List<ProfileField> profile;
  List<Example> examples;
  List<Policy> policies;
  List<Proposal> proposals;
  List<Indicator> indicators;
  List<Observation> observations;
  List<Booklet> booklets;
  List<Dashboard> dashboards;
  List<Contact> contacts;
  List<CalendarDay> calendar;
};

/// Calls visit(list…) for each kind of record, with that kind's list of every argument.
template <class Visit, class... Lists>
void each_list(const Visit& visit, Lists&... lists) {
  visit(lists.organizations...);
  visit(lists.regions...);
  visit(lists.topics...);
  visit(lists.beneficiaries...);
  visit(lists.glossary...);
  visit(lists.ladders...);
  visit(lists.profile...);
  visit(lists.examples...);
  visit(lists.policies...);
  visit(lists.proposals...);
  visit(lists.indicators...);
  visit(lists.observations...);
  visit(lists.booklets...);
  visit(lists.dashboards...);
  visit(lists.contacts...);
  visit(lists.calendar...);
}

struct Records : RecordLists<std::vector> {
  Site site;
  std::vector<std::string> files;  ///< Place::file points here; [0] is empty
};

/// The records of one kind, read as a list of T. Several lists may hold the same record.
template <class T>
class RecordList {
 public:
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    explicit Iterator(const std::shared_ptr<const T>* at) : at_(at) {}

    reference operator*() const { return **at_; }
    pointer operator->() const { return at_->get(); }
    reference operator[](difference_type n) const { return *at_[n]; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return Iterator(at_++); }
    Iterator operator--(int) { return Iterator(at_--); }
    Iterator& operator+=(difference_type n) {
      at_ += n;
      return *this;
    }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    friend Iterator operator+(Iterator at, difference_type n) { return at += n; }
    friend Iterator operator+(difference_type n, Iterator at) { return at += n; }
    friend Iterator operator-(Iterator at, difference_type n) { return at -= n; }
    friend difference_type operator-(Iterator a, Iterator b) { return a.at_ - b.at_; }
    friend auto operator<=>(const Iterator&, const Iterator&) = default;

   private:
    const std::shared_ptr<const T>* at_ = nullptr;
  };
  using value_type = T;
  using iterator = Iterator;
  using const_iterator = Iterator;

  Iterator begin() const { return Iterator(pointers_.data()); }
  Iterator end() const { return begin() + static_cast<std::ptrdiff_t>(size()); }
  std::size_t size() const { return pointers_.size(); }
  bool empty() const { return pointers_.empty(); }
  const T& operator[](std::size_t i) const { return *pointers_[i]; }
  const T& front() const { return *pointers_.front(); }
  const T& back() const { return *pointers_.back(); }

  /// What the list holds, none of it null; to change the list, not a record.
  std::vector<std::shared_ptr<const T>>& pointers() { return pointers_; }
  const std::vector<std::shared_ptr<const T>>& pointers() const { return pointers_; }

 private:
  std::vector<std::shared_ptr<const T>> pointers_;
};

/// Records that several libraries may hold at once.
struct SharedRecords : RecordLists<RecordList> {
  std::shared_ptr<const Site> site = std::make_shared<const Site>();
  std::vector<std::string> files;
};

SharedRecords share(Records records);

/// Adds the records of `more` to the ends of the lists; site and files stay those of `all`.
void append(SharedRecords& all, const SharedRecords& more);

}  // namespace huice::model

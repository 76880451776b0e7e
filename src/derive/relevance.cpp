// SPDX-License-Identifier: Apache-2.0
#include "derive/relevance.h"

#include "derive/ask_words.h"
#include "derive/terms.h"
#include "model/schema/records.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace huice::derive {
namespace {

using model::Ask;
using model::Date;
using model::Policy;
using model::Proposal;

// How much a word counts by where it stands.
constexpr double kName = 1;        // headings, titles, names of measures, targets and indicators
constexpr double kSaid = 0.7;      // summaries in own words, what is promised
constexpr double kWording = 0.5;   // official wordings, definitions, beneficiaries
constexpr double kSurround = 0.3;  // the chapter of an article, the articles of a text
// In the name of a topic, beside all texts of the topic.
constexpr double kTopicName = 20;
// Of an ask: a word of kAskWords beside any other.
constexpr double kUsual = 0.15;
// Of a score: how much topics count beside words, and the title beside the ask; the title counts
// the more, the less the ask's own words belong to one topic.
constexpr double kTopics = 2;
constexpr double kTitle = 1.5;
constexpr double kTitleAlone = 0.5;  // where no topic is known of them

using Term = std::uint32_t;
using Bag = std::map<Term, double>;

struct Entry {
  Candidate what;
  std::string id;
  Bag bag;
  std::vector<std::string_view> topics;
};

// The terms of a query; those of kAskWords count little, and what is on both sides of one does not
// make a term.
std::vector<std::pair<std::string, double>> query_of(std::string_view text) {
  std::vector<std::pair<std::string, double>> terms;
  std::string rest;
  const auto end_run = [&] {
    for (std::string& term : terms_of(rest)) terms.emplace_back(std::move(term), 1);
    rest.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto usual = std::find_if(kAskWords.begin(), kAskWords.end(), [&](std::string_view word) {
      return text.substr(at).starts_with(word);
    });
    if (usual == kAskWords.end()) {
      rest += text[at++];
    } else {
      end_run();
      terms.emplace_back(*usual, kUsual);
      at += usual->size();
    }
  }
  end_run();
  return terms;
}

bool was_signed(const Policy& policy, const Date& day) {
  if (policy.dates.signed_on) return *policy.dates.signed_on <= day;
  return !policy.number || policy.number->year() <= day.year();
}

}  // namespace

std::string Candidate::id() const {
  if (indicator != nullptr) return indicator->id;
  return article.article == nullptr ? policy->id : model::fact_id(*policy, *article.article);
}

struct Relevance::Index {
  explicit Index(const model::Library& from);

  void add_text(const Policy& policy);
  void add_article(const model::ArticleRef& in);
  void add_indicator(const model::Indicator& indicator);
  void add_terms(Entry& entry, std::string_view text, double weight);
  void add_article_terms(Entry& entry, const model::ArticleRef& in);
  void count_topics();
  Bag known_terms(std::string_view text) const;
  double rarity(Term term) const;
  std::map<std::string_view, double> topics_of(const Bag& query) const;
  double words_of(const Bag& query, const Entry& entry) const;
  bool is_known(Candidate& what, const Proposal& proposal, const Date& day) const;
  bool is_figure_known(const model::Observation& figure, const Date& day) const;
  bool is_at_or_above(std::string_view region, std::string_view of) const;

  const model::Library& library;
  std::unordered_map<std::string, Term> terms;
  std::vector<Entry> entries;
  std::vector<std::size_t> in_entries;                      // of each term
  std::vector<std::map<std::string_view, double>> of_term;  // topics of each term
};

Relevance::Index::Index(const model::Library& from) : library(from) {
  for (const Policy& policy : library.policies()) {
    add_text(policy);
    if (policy.completeness == model::Completeness::reference) continue;
    model::each_article(policy, [this](const model::ArticleRef& in) { add_article(in); });
  }
  for (const model::Indicator& one : library.indicators()) add_indicator(one);
  count_topics();
}

void Relevance::Index::add_terms(Entry& entry, std::string_view text, double weight) {
  for (const std::string& term : terms_of(text)) {
    const auto known = terms.emplace(term, static_cast<Term>(terms.size())).first;
    double& best = entry.bag[known->second];
    best = std::max(best, weight);
  }
}

void Relevance::Index::add_text(const Policy& policy) {
  Entry entry;
  entry.what.policy = &policy;
  entry.topics.assign(policy.topics.begin(), policy.topics.end());
  add_terms(entry, policy.title, kName);
  // A text is what people call 政策.
  add_terms(entry, model::schema::shape_of<Policy>().name.zh, kName);
  for (const std::string& alias : policy.aliases) add_terms(entry, alias, kName);
  add_terms(entry, policy.summary.markdown, kSaid);
  for (const model::Section& section : policy.sections) {
    add_terms(entry, section.heading, kWording);
  }
  const bool is_named_only = policy.completeness == model::Completeness::reference;
  model::each_article(policy, [&](const model::ArticleRef& in) {
    if (is_named_only) {
      add_article_terms(entry, in);
    } else {
      add_terms(entry, in.article->heading, kSurround);
    }
  });
  entry.id = entry.what.id();
  entries.push_back(std::move(entry));
}

void Relevance::Index::add_article_terms(Entry& entry, const model::ArticleRef& in) {
  const model::Article& article = *in.article;
  add_terms(entry, article.heading, kName);
  add_terms(entry, article.summary.markdown, kSaid);
  add_terms(entry, article.text.markdown, kWording);
  for (const model::Paragraph& paragraph : article.paragraphs) {
    add_terms(entry, paragraph.summary.markdown, kWording);
    add_terms(entry, paragraph.text.markdown, kWording);
  }
  for (const model::Measure& measure : article.measures) {
    add_terms(entry, measure.title, kName);
    for (const std::string& id : measure.beneficiaries) {
      const model::Beneficiary* one = library.beneficiary(id);
      if (one != nullptr) add_terms(entry, one->name, kWording);
    }
  }
  for (const model::Target& target : article.targets) add_terms(entry, target.label, kName);
  for (const model::Undertaking& one : article.undertakings) add_terms(entry, one.text, kSaid);
}

void Relevance::Index::add_article(const model::ArticleRef& in) {
  Entry entry;
  entry.what.policy = in.policy;
  entry.what.article = in;
  std::set<std::string_view> topics(model::topics_of(in).begin(), model::topics_of(in).end());
  for (const model::Measure& one : in.article->measures) {
    topics.insert(one.topics.begin(), one.topics.end());
  }
  entry.topics.assign(topics.begin(), topics.end());
  add_article_terms(entry, in);
  add_terms(entry, in.section->heading, kSurround);
  entry.id = entry.what.id();
  entries.push_back(std::move(entry));
}

void Relevance::Index::add_indicator(const model::Indicator& indicator) {
  Entry entry;
  entry.what.indicator = &indicator;
  if (!indicator.topic.empty()) entry.topics.emplace_back(indicator.topic);
  add_terms(entry, indicator.name, kName);
  add_terms(entry, indicator.definition, kWording);
  entry.id = entry.what.id();
  entries.push_back(std::move(entry));
}

// To which topics each term belongs: by the facts of the topic, its name and what it is said to be.
void Relevance::Index::count_topics() {
  Entry of_topic;
  std::vector<std::pair<std::string_view, Bag>> own;
  for (const model::Topic& topic : library.topics()) {
    of_topic.bag.clear();
    add_terms(of_topic, topic.description, kName);
    add_terms(of_topic, topic.name, kTopicName);
    own.emplace_back(topic.id, of_topic.bag);
  }
  in_entries.resize(terms.size());
  of_term.resize(terms.size());
  for (const auto& one : own) {
    for (const auto& [term, weight] : one.second) of_term[term][one.first] += weight;
  }
  for (const Entry& entry : entries) {
    for (const auto& [term, weight] : entry.bag) {
      ++in_entries[term];
      for (const std::string_view topic : entry.topics) {
        of_term[term][topic] += weight / static_cast<double>(entry.topics.size());
      }
    }
  }
}

Bag Relevance::Index::known_terms(std::string_view text) const {
  Bag bag;
  for (const auto& [term, weight] : query_of(text)) {
    const auto known = terms.find(term);
    if (known == terms.end()) continue;
    double& best = bag[known->second];
    best = std::max(best, weight);
  }
  return bag;
}

double Relevance::Index::rarity(Term term) const {
  const auto all = static_cast<double>(entries.size());
  return std::log((all + 1) / (static_cast<double>(in_entries[term]) + 0.5));
}

// Shares of the query's weight; together at most 1.
std::map<std::string_view, double> Relevance::Index::topics_of(const Bag& query) const {
  std::map<std::string_view, double> shares;
  double all = 0;
  for (const auto& [term, weight] : query) {
    double whole = 0;
    for (const auto& one : of_term[term]) whole += one.second;
    if (whole <= 0) continue;
    const double counts = weight * rarity(term);
    all += counts;
    for (const auto& [topic, part] : of_term[term]) shares[topic] += counts * part / whole;
  }
  for (auto& one : shares) one.second /= all;
  return shares;
}

double Relevance::Index::words_of(const Bag& query, const Entry& entry) const {
  double sum = 0;
  for (const auto& [term, weight] : query) {
    const auto found = entry.bag.find(term);
    if (found != entry.bag.end()) sum += weight * rarity(term) * found->second;
  }
  return sum;
}

bool Relevance::Index::is_at_or_above(std::string_view region, std::string_view of) const {
  // As many steps as there are regions: circles are reported elsewhere.
  for (std::size_t i = 0; i <= library.regions().size() && !of.empty(); ++i) {
    if (region == of) return true;
    const model::Region* one = library.region(of);
    of = one == nullptr ? std::string_view() : std::string_view(one->parent);
  }
  return false;
}

bool Relevance::Index::is_figure_known(const model::Observation& figure, const Date& day) const {
  const bool is_stated = figure.period.kind() != model::PeriodKind::unstated;
  if (is_stated && day < figure.period.last()) return false;
  if (!figure.provenance.source) return true;
  const std::string& document = figure.provenance.source->document;
  const Proposal* letter = library.proposal(document);
  if (letter != nullptr && letter->reply && letter->reply->signed_on) {
    return *letter->reply->signed_on <= day;
  }
  const Policy* policy = library.policy(document);
  return policy == nullptr || was_signed(*policy, day);
}

bool Relevance::Index::is_known(Candidate& what, const Proposal& proposal, const Date& day) const {
  const std::string& region = proposal.region.empty() ? library.site().region : proposal.region;
  if (what.policy != nullptr) {
    const std::string& of = what.policy->region;
    const bool concerns = region.empty() || of.empty() || is_at_or_above(of, region);
    return concerns && was_signed(*what.policy, day);
  }
  // They are in the order of their indicators.
  const auto& all = library.observations();
  auto at = std::ranges::lower_bound(all, what.indicator->id, {}, &model::Observation::indicator);
  for (; at != all.end() && at->indicator == what.indicator->id; ++at) {
    const model::Observation& one = *at;
    if (!is_figure_known(one, day)) continue;
    if (region.empty() || is_at_or_above(region, one.region)) what.figures.push_back(&one);
  }
  // Those of the region itself first, the newest first of each.
  std::stable_sort(what.figures.begin(), what.figures.end(),
                   [&region](const auto* a, const auto* b) {
                     if ((a->region == region) != (b->region == region)) return a->region == region;
                     if (a->region != b->region) return a->region < b->region;
                     return earlier(b->period, a->period);
                   });
  return !what.figures.empty();
}

Relevance::Relevance(const model::Library& library)
    : index_(std::make_unique<const Index>(library)) {}
Relevance::~Relevance() = default;
Relevance::Relevance(Relevance&&) noexcept = default;

std::vector<Candidate> Relevance::candidates(const Proposal& proposal, const Ask& ask,
                                             const Date& day, std::size_t most) const {
  const Index& index = *index_;
  const Bag asked = index.known_terms(ask.heading + "\n" + ask.summary.markdown);
  const Bag title = index.known_terms(proposal.title);
  const auto topics = index.topics_of(asked);
  double surest = 0;
  for (const auto& one : topics) surest = std::max(surest, one.second);
  const double title_counts = topics.empty() ? kTitleAlone : kTitle * (1 - surest);
  struct Scored {
    const Entry* entry;
    Candidate what;
    double asked, title;
  };
  std::vector<Scored> found;
  double most_asked = 0;
  double most_title = 0;
  for (const Entry& entry : index.entries) {
    Scored one{&entry, entry.what, 0, 0};
    if (!index.is_known(one.what, proposal, day)) continue;
    one.asked = index.words_of(asked, entry);
    one.title = index.words_of(title, entry);
    most_asked = std::max(most_asked, one.asked);
    most_title = std::max(most_title, one.title);
    found.push_back(std::move(one));
  }
  for (Scored& one : found) {
    double of_topics = 0;
    for (const std::string_view topic : one.entry->topics) {
      const auto share = topics.find(topic);
      if (share != topics.end()) of_topics += share->second;
    }
    if (!one.entry->topics.empty()) of_topics /= static_cast<double>(one.entry->topics.size());
    one.what.score = kTopics * of_topics;
    if (most_asked > 0) one.what.score += one.asked / most_asked;
    if (most_title > 0) one.what.score += title_counts * one.title / most_title;
    // So that the order does not hang on the last bits.
    one.what.score = std::round(one.what.score * 1e6) / 1e6;
  }
  std::sort(found.begin(), found.end(), [](const Scored& a, const Scored& b) {
    return std::tie(b.what.score, a.entry->id) < std::tie(a.what.score, b.entry->id);
  });
  std::vector<Candidate> first;
  for (Scored& one : found) {
    if (first.size() == most || one.what.score <= 0) break;
    first.push_back(std::move(one.what));
  }
  return first;
}

}  // namespace huice::derive

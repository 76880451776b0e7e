// SPDX-License-Identifier: Apache-2.0
#include "model/schema/records.h"
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

void add_topic_pages(const PageKind& kind, Collector& pages) {
  for (const model::Topic& topic : pages.library().topics()) {
    PageSpec spec = pages.record_page(kind, "topics", topic, topic.name);
    spec.path = href(topic);
    spec.reads = [&topic, &scope = pages.scope()](Reads& reads) {
      reads.add_record(topic);
      reads.add_measures(scope.indexes.measures(topic.id));
    };
    pages.add(kind, std::move(spec));
  }
}

void add_topic_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.library().topics(),
                 [&scope = pages.scope()](Reads& reads) { add_topics(reads, scope); });
}

}  // namespace

void add_topics(Reads& reads, const Scope& scope) {
  reads.add_list(scope.library.topics());
  for (const model::Topic& topic : scope.library.topics()) {
    reads.add_measures(scope.indexes.measures(topic.id));
  }
}

const PageKind kTopic{"topic", {{"site/topic.html"}, {"site/topic.md"}}, &add_topic_pages};
const PageKind kTopics{"topics", {{"site/topics.html"}, {"site/topics.md"}}, &add_topic_list};

}  // namespace huice::pages

// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

void add_topic_pages(const PageKind& kind, Collector& pages) {
  for (const model::Topic& topic : pages.reader().topics()) {
    PageSpec spec = pages.record_page(kind, "topics", topic, topic.name);
    spec.path = href(topic);
    pages.add_measure_pages(kind, std::move(spec), pages.reader().measures(topic));
  }
}

void add_topic_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.reader().topics());
}

}  // namespace

const PageKind kTopic{"topic", {{"site/topic.html"}, {"site/topic.md"}}, &add_topic_pages};
const PageKind kTopics{"topics", {{"site/topics.html"}, {"site/topics.md"}}, &add_topic_list};

}  // namespace huice::pages

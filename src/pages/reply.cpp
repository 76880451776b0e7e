// SPDX-License-Identifier: Apache-2.0
#include "pages/kinds.h"
#include "view/letter_wording.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

using tmpl::Value;

void add_reply_pages(const PageKind& kind, Collector& pages) {
  for (const model::Proposal* proposal : pages.reader().replies()) {
    const model::Proposal& holder = *pages.reader().answered_in(*proposal);
    const std::string title = reply_title(holder, pages.reader(), pages.words());
    PageSpec spec = pages.record_page(kind, "replies", *proposal, title);
    spec.path = href(*proposal);
    spec.document = holder.id;
    spec.context = [proposal](tmpl::Dict& context, const PageScope& page) {
      context.set("proposal", view_of(*proposal, page));
    };
    pages.add(kind, std::move(spec));
  }
}

void add_reply_list(const PageKind& kind, Collector& pages) {
  if (!pages.reader().has(Listed::replies)) return;
  PageSpec spec = pages.list_page(kind);
  spec.context = &set_replies;
  pages.add(kind, std::move(spec));
}

}  // namespace

void set_replies(tmpl::Dict& context, const PageScope& page) {
  std::vector<Value> items;
  for (const model::Proposal* proposal : page.reader().replies()) {
    items.push_back(view_of(*proposal, page));
  }
  context.set("proposals", Value(tmpl::ListValue(std::move(items))));
}

const PageKind kReply{"reply",
                      {{"site/reply.html"}, {"letter/reply.md", "reply.md"}},
                      &add_reply_pages,
                      {"letter/body.md"}};
const PageKind kReplies{"replies", {{"site/replies.html"}, {"site/replies.md"}}, &add_reply_list};

}  // namespace huice::pages

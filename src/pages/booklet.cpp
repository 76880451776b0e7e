// SPDX-License-Identifier: Apache-2.0
//
// A booklet is a cover, its chapters, and all of it on one page; in Markdown it is one file.
#include "pages/kinds.h"
#include "view/links.h"

namespace huice::pages {

using namespace view;
namespace {

using model::Booklet;
using model::Chapter;
using tmpl::Dict;
using tmpl::Value;

// The Markdown form of the cover, of each chapter and of the whole.
constexpr const char* kMarkdown = "booklet.md";

std::string folder_of(const Booklet& booklet) {
  const std::string cover = href(booklet);
  return cover.substr(0, cover.rfind('/') + 1);
}

std::string title_of(const Booklet& booklet, const Scope& scope) {
  return scope.words.text("name.policy", {{"title", booklet.title}});
}

// What the cover, each chapter and the whole have in common.
PageSpec booklet_page(const Booklet& booklet, Collector& pages) {
  return pages.record_page(kBooklet, "booklets", booklet, title_of(booklet, pages.scope()));
}

void add_covers(const PageKind& kind, Collector& pages) {
  for (const Booklet& booklet : pages.reader().booklets()) {
    PageSpec spec = booklet_page(booklet, pages);
    spec.path = href(booklet);
    pages.add(kind, std::move(spec));
  }
}

void set_chapter(const Booklet& booklet, const Chapter& chapter, Dict& context,
                 const PageScope& page) {
  const auto neighbour = [&](const Chapter* other) {
    return other == nullptr ? Value(nullptr) : owned_view(ChapterRef{&booklet, other}, page);
  };
  const bool first = &chapter == &booklet.chapters.front();
  const bool last = &chapter == &booklet.chapters.back();
  context.set("booklet", view_of(booklet, page));
  context.set("chapter", owned_view(ChapterRef{&booklet, &chapter}, page));
  context.set("previous", neighbour(first ? nullptr : &chapter - 1));
  context.set("next", neighbour(last ? nullptr : &chapter + 1));
}

void add_chapter(const PageKind& kind, const Booklet& booklet, const Chapter& chapter,
                 Collector& pages) {
  PageSpec spec = booklet_page(booklet, pages);
  spec.info.title = pages.scope().words.text(
      "name.chapter_of", {{"chapter", chapter.title}, {"booklet", spec.info.title}});
  spec.info.crumbs.push_back({title_of(booklet, pages.scope()), href(booklet)});
  spec.info.where = pages.where(chapter.id, chapter.place);
  spec.path = href(booklet, chapter);
  spec.markdown = folder_of(booklet) + kMarkdown;
  spec.context = [&booklet, &chapter](Dict& context, const PageScope& page) {
    set_chapter(booklet, chapter, context, page);
  };
  pages.add(kind, std::move(spec));
}

void add_chapters(const PageKind& kind, Collector& pages) {
  for (const Booklet& booklet : pages.reader().booklets()) {
    for (const Chapter& chapter : booklet.chapters) add_chapter(kind, booklet, chapter, pages);
  }
}

void add_wholes(const PageKind& kind, Collector& pages) {
  for (const Booklet& booklet : pages.reader().booklets()) {
    PageSpec spec = booklet_page(booklet, pages);
    spec.info.crumbs.push_back({spec.info.title, href(booklet)});
    spec.info.title = pages.scope().words.text("name.whole", {{"title", spec.info.title}});
    spec.path = folder_of(booklet) + "all.html";
    spec.markdown = folder_of(booklet) + kMarkdown;
    pages.add(kind, std::move(spec));
  }
}

void add_booklet_list(const PageKind& kind, Collector& pages) {
  pages.add_list(kind, pages.reader().booklets());
}

}  // namespace

const PageKind kBooklet{
    "booklet", {{"booklet/index.html"}, {"booklet/booklet.md", kMarkdown}}, &add_covers};
const PageKind kChapter{"chapter", {{"booklet/chapter.html"}}, &add_chapters};
const PageKind kWholeBooklet{"whole booklet", {{"booklet/all.html"}}, &add_wholes};
const PageKind kBooklets{
    "booklets", {{"site/booklets.html"}, {"site/booklets.md"}}, &add_booklet_list};

}  // namespace huice::pages

// SPDX-License-Identifier: Apache-2.0
//
// 附件 on the pages of a small invented project, and the files beside them.
#include "pages/rendered_site.h"
#include "view/prose_value.h"
#include "view/wording.h"

#include <doctest/doctest.h>

using namespace huice;
using namespace huice::test;

namespace {

constexpr const char* kProject = "tests/sites/small";

}  // namespace

TEST_CASE("an annex is copied to the site and linked from its policy with kind and size") {
  RenderedSite site(kProject);
  const auto pages = site.render();
  const std::string path = "annexes/example-2026-1/form.csv";
  const std::string source =
      site.files().read(source_path("/tests/sites/small/data/" + path)).value();
  CHECK(pages.at(path) == source);
  const std::string size = std::to_string(source.size()) + "B";
  CHECK(has(pages.at("policies/example-2026-1.html"),
            "<a href=\"../" + path +
                "\">附件1　奖励申请表（虚构）</a> <span class=\"remark\">CSV，" + size +
                "</span>"));
  CHECK(has(pages.at("policies/example-2026-1.md"),
            "- [附件1　奖励申请表（虚构）](../" + path + ")（CSV，" + size + "）"));
}

TEST_CASE("an annex that is known by its name alone says so and is no link") {
  RenderedSite site(kProject);
  const auto pages = site.render();
  CHECK(has(pages.at("policies/example-2026-1.html"),
            "<li>附件2　认定标准（虚构） <span class=\"remark\">仅知名称，文件未收录</span></li>"));
  CHECK(has(pages.at("policies/example-2026-1.md"),
            "- 附件2　认定标准（虚构）（仅知名称，文件未收录）"));
}

TEST_CASE(
    "an annex of a reply is linked from the letter, and a file of two records is copied once") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  REQUIRE(records.proposals.front().reply);
  const std::string folder = "replies/" + records.proposals.front().id + "/";
  model::Annex annex;
  annex.title = "办理情况表（虚构）";
  annex.file = "example-2026-1/form.csv";
  annex.size = 2048;
  records.proposals.front().reply->annexes.push_back(annex);
  site.use(std::move(records));
  std::size_t copies = 0;
  for (const pages::Page& page : site.pages()) {
    if (page.path.starts_with("annexes/")) ++copies;
  }
  CHECK(copies == 1);
  const auto pages = site.render();
  CHECK(has(pages.at(folder + "index.html"),
            "<a href=\"../../annexes/example-2026-1/form.csv\">办理情况表（虚构）</a> "
            "<span class=\"remark\">CSV，2KB</span>"));
  CHECK(has(pages.at(folder + "reply.md"),
            "- [办理情况表（虚构）](../../annexes/example-2026-1/form.csv)（CSV，2KB）"));
}

TEST_CASE("a link or picture in a text leads to the annex from every page, however deep") {
  RenderedSite site(kProject);
  const auto printed = [&site](markup::Format format, const std::string& root) {
    Diagnostics problems;
    const view::PageScope page{site.scope(), format, root, problems};
    const model::Prose prose{
        "见[表](annexes/a.csv)、![图](annexes/b.png)、[站](https://example.org/a)和[节](#a)。", {}};
    return std::string(view::prose_value(prose, page).text());
  };
  const std::string html = printed(markup::Format::html, "../../");
  CHECK(has(html, "<a href=\"../../annexes/a.csv\">表</a>"));
  CHECK(has(html, "<img src=\"../../annexes/b.png\" alt=\"图\" />"));
  CHECK(has(html, "<a href=\"https://example.org/a\">"));
  CHECK(has(html, "<a href=\"#a\">"));
  CHECK(
      printed(markup::Format::markdown, "../") ==
      "见[表](../annexes/a.csv)、![图](../annexes/b.png)、[站](https://example.org/a)和[节](#a)。");
}

TEST_CASE("a text on the page of a letter leads to the annex once, though it is read twice") {
  RenderedSite site(kProject);
  model::Records records = site.records();
  model::Reply& reply = *records.proposals.front().reply;
  const std::string folder = "replies/" + records.proposals.front().id + "/";
  reply.closing = {"见[表](annexes/example-2026-1/form.csv)。", {}};
  site.use(std::move(records));
  const auto pages = site.render();
  CHECK(has(pages.at(folder + "index.html"),
            "见<a href=\"../../annexes/example-2026-1/form.csv\">表</a>。"));
  CHECK(has(pages.at(folder + "reply.md"), "见[表](../../annexes/example-2026-1/form.csv)。"));
}

TEST_CASE("sizes are rounded up") {
  CHECK(view::size_text(0) == "0B");
  CHECK(view::size_text(1023) == "1023B");
  CHECK(view::size_text(1024) == "1KB");
  CHECK(view::size_text(1025) == "2KB");
  CHECK(view::size_text(1024 * 1023) == "1023KB");
  CHECK(view::size_text(1024 * 1023 + 1) == "1MB");
  CHECK(view::size_text(1024 * 1024 + 1) == "1.1MB");
  CHECK(view::size_text(50U * 1024U * 1024U) == "50MB");
}

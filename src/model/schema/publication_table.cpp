// SPDX-License-Identifier: Apache-2.0
//
// data/site.json, data/booklets/<id>.json, data/dashboards/<id>.json
#include "model/schema/record.h"
#include "model/schema/records.h"

namespace huice::model::schema {
namespace {

const auto& reply_classes() {
  static const auto one = object<ReplyClass>(
      {"办理结果分类", "reply class"},
      {required<&ReplyClass::id>("id", text(),
                                 {"答复函上印的代号，如 A", "as letters print it, like A"}),
       required<&ReplyClass::meaning>("meaning", text(), {"在本地的含义", "what it means here"})});
  static const auto shape = list<ReplyClass>(one);
  return shape;
}

const auto& reply_term() {
  static const auto shape = nullable<ReplyTerm>(object<ReplyTerm>(
      {"办理期限", "reply term"},
      {required<&ReplyTerm::length>("length", whole(), {"多少个月或工作日", "how many"}),
       optional<&ReplyTerm::extended>(
           "extended", count(),
           {"经同意延期后，自交办之日起共多少；不得延期的不填",
            "how many in all where an extension was agreed to; empty: there is none"}),
       required<&ReplyTerm::unit>(
           "unit", choice<TermUnit>(),
           {"按个月还是按工作日计算", "个月 (months) or 工作日 (workdays)"})}));
  return shape;
}

const auto& letter_fonts() {
  static const auto shape = object<LetterFonts>(
      {"公文的字体", "letter fonts"},
      {optional<&LetterFonts::fangsong>(
           "fangsong", texts(),
           {"仿宋：正文。Word 用第一个，PDF 用装有的第一个；以下各项相同",
            "仿宋, of the text: Word takes the first, PDFs the first that is installed; so below"}),
       optional<&LetterFonts::kaiti>("kaiti", texts(),
                                     {"楷体：签发人、二级标题", "楷体: 签发人, second headings"}),
       optional<&LetterFonts::heiti>("heiti", texts(), {"黑体：一级标题", "黑体: first headings"}),
       optional<&LetterFonts::xiaobiaosong>(
           "xiaobiaosong", texts(),
           {"小标宋：发文机关标志、标题", "小标宋: 发文机关标志 and title"}),
       optional<&LetterFonts::songti>("songti", texts(), {"宋体：页码", "宋体: page numbers"})});
  return shape;
}

const auto& letters() {
  static const auto shape = nullable<LetterSettings>(object<LetterSettings>(
      {"答复函的格式", "letter settings"},
      {optional<&LetterSettings::series>(
           "series", text(),
           {"发文字号的机关代字，如“鄂建提复字”；草稿的文号印成“鄂建提复字〔2026〕　号”",
            "what precedes the year in numbers of letters, like 鄂建提复字; a draft's number is "
            "printed as 鄂建提复字〔2026〕　号"}),
       optional<&LetterSettings::letterhead>(
           "letterhead", text(),
           {"发文机关标志；空着用署名单位的名称", "发文机关标志; empty: the issuer's name"}),
       optional<&LetterSettings::format>(
           "format", choice<LetterFormat>(),
           {"公文格式：一般格式或信函格式", "一般格式, or 信函格式 of GB/T 9704"}),
       optional<&LetterSettings::seal>("seal", boolean(),
                                       {"是否加盖印章，决定署名和成文日期的位置",
                                        "whether it is sealed, which decides where 署名 stands"}),
       optional<&LetterSettings::printed_by>(
           "printed_by", reference(RefKind::organization),
           {"印发机关，答复函没有另写时用", "印发机关, where a reply names none"}),
       optional<&LetterSettings::copies>(
           "copies", texts(), {"抄送，答复函没有另写时用", "抄送, where a reply names none"}),
       optional<&LetterSettings::fonts>("fonts", letter_fonts(),
                                        {"各种字体用哪些，与常用的不同时才写",
                                         "fonts of each face, where they are not the usual"}),
       optional<&LetterSettings::letterhead_size>(
           "letterhead_size", count(),
           {"发文机关标志的字号，单位磅；空着为 42，名称过长时自动缩小",
            "how large 发文机关标志 is at most, in points; empty: 42"}),
       optional<&LetterSettings::letterhead_color>(
           "letterhead_color", text(),
           {"发文机关标志和红线的颜色，六位十六进制；空着为 E32416",
            "the red of 发文机关标志 and its lines, six hexadecimal digits; empty: E32416"}),
       optional<&LetterSettings::letterhead_picture>(
           "letterhead_picture", text(),
           {"用图片作发文机关标志时，templates/letter 中的 PNG 或 JPEG 文件名",
            "a PNG or JPEG in templates/letter that stands for 发文机关标志"})}));
  return shape;
}

const auto& government() {
  static const auto shape = nullable<GovernmentSite>(object<GovernmentSite>(
      {"政府网站", "government site"},
      {optional<&GovernmentSite::site_name>(
           "site_name", text(), {"网站名称（SiteName）", "SiteName: the name of the website"}),
       optional<&GovernmentSite::site_domain>("site_domain", text(),
                                              {"网站域名（SiteDomain）", "SiteDomain: its domain"}),
       optional<&GovernmentSite::site_id_code>(
           "site_id_code", text(),
           {"政府网站标识码（SiteIDCode），10 位", "SiteIDCode: 10 characters"})}));
  return shape;
}

const auto& finding_settings() {
  static const auto one = part<FindingSetting>(
      {"检查级别", "finding setting"},
      {required<&FindingSetting::code>(
           "code", text(), {"哪项检查发现，如 contradiction", "which finding: contradiction"}),
       required<&FindingSetting::severity>("severity", choice<Severity>(),
                                           {"在本项目中的级别：error 错误，warning 警告，note 说明",
                                            "its severity in this project"}),
       required<&FindingSetting::reason>("reason", text(),
                                         {"理由，供以后查问", "why, for whoever asks later"})});
  static const auto shape = list<FindingSetting>(one);
  return shape;
}

const auto& chapters() {
  static const auto shape = list<Chapter>(shape_of<Chapter>());
  return shape;
}

const auto& kpis() {
  static const auto one =
      object<Kpi>({"指标卡片", "kpi"},
                  {required<&Kpi::fact>("fact", reference(RefKind::observation),
                                        {"显示的数据", "the figure shown"}),
                   optional<&Kpi::compare>("compare", reference(RefKind::observation),
                                           {"用来对比的数据", "the figure it is compared with"}),
                   optional<&Kpi::label>(
                       "label", text(),
                       {"显示的名称；空着用指标的名称", "the label; empty: the indicator's name"}),
                   optional<&Kpi::note>("note", text(), {"读者须知", "what a reader must know"})});
  static const auto shape = list<Kpi>(one);
  return shape;
}

const auto& kpi_groups() {
  static const auto shape = list<KpiGroup>(shape_of<KpiGroup>());
  return shape;
}

}  // namespace

template <>
const ShapeFor<Chapter>& shape_of<Chapter>() {
  static const auto shape = part<Chapter>(
      {"汇编章节", "chapter"},
      {required<&Chapter::id>("id", id(), {"在汇编之内的编号", "its name within the booklet"}),
       required<&Chapter::title>("title", text(), {"标题", "its title"}),
       optional<&Chapter::intro_file>(
           "intro", file_name(),
           {"章首文字：汇编文件夹里的 Markdown 文件",
            "the introduction: a Markdown file in the booklet's folder"}),
       optional<&Chapter::topics>(
           "topics", references(RefKind::topic),
           {"列出这些主题的支持措施", "measures of these topics are listed"}),
       optional<&Chapter::policies>(
           "policies", references(RefKind::policy),
           {"只列这些政策的；空着是全部政策", "only of these policies; empty: all"}),
       optional<&Chapter::measures>(
           "measures", references(RefKind::measure),
           {"排在最前的支持措施，按此次序", "listed first, in this order"})});
  return shape;
}

template <>
const ShapeFor<KpiGroup>& shape_of<KpiGroup>() {
  static const auto shape = part<KpiGroup>(
      {"卡片组", "kpi group"},
      {required<&KpiGroup::id>("id", id(), {"在看板之内的编号", "its name within the dashboard"}),
       required<&KpiGroup::title>("title", text(), {"标题", "its title"}),
       optional<&KpiGroup::intro>("intro", prose(), {"对数据的说明", "what the figures say"}),
       required<&KpiGroup::kpis>("kpis", kpis(), {"各张卡片", "the cards"})});
  return shape;
}

template <>
const ShapeFor<Site>& shape_of<Site>() {
  static const auto shape = record<Site>(
      {"站点", "site"}, Presence::optional,
      {required<&Site::name>("name", text(), {"站点名称", "the site's name"}),
       optional<&Site::subtitle>("subtitle", text(),
                                 {"标题之下的一行", "one line under the title"}),
       optional<&Site::language>("language", language(),
                                 {"页面的语言：zh-CN", "the language of the pages: zh-CN"}),
       optional<&Site::base_url>("base_url", url(), {"站点将来的网址", "its future web address"}),
       optional<&Site::region>("region", reference(RefKind::region),
                               {"站点属于哪个地区", "the region whose site it is"}),
       optional<&Site::publisher>("publisher", text(), {"主办单位", "主办单位: who publishes it"}),
       optional<&Site::report_to>(
           "report_to", text(),
           {"接收读者报错的电子邮箱；不填的，页脚没有“报错”",
            "the mail address for mistakes that readers find; without it no page asks for them"}),
       optional<&Site::about>("about", prose(),
                              {"首页上的介绍", "the introduction on the home page"}),
       optional<&Site::notice>("notice", prose(),
                               {"每页页脚的说明", "the notice at the foot of every page"}),
       optional<&Site::reply_classes>("reply_classes", reply_classes(),
                                      {"办理结果 A、B、C 在本地的含义；各地不同",
                                       "what A, B and C mean here; they differ by place"}),
       optional<&Site::reply_term>(
           "reply_term", reply_term(),
           {"本地的办理期限；不填的，3 个月，经同意可延至 6 个月",
            "how long an answer may take here; not given: 3 months, 6 with consent"}),
       internal<&Site::letters>(
           "letters", letters(),
           {"答复函怎样成文：文号代字、格式、印章、印发机关；从不公开",
            "how letters are made: numbers, format, seal, 印发机关; never published"}),
       optional<&Site::government>(
           "government", government(),
           {"政府网站的标识；绝不编造", "codes of a government site; never invented"}),
       internal<&Site::findings>("findings", finding_settings(),
                                 {"huice check 各项检查发现的级别；从不公开",
                                  "severities of findings of huice check; never published"})});
  return shape;
}

template <>
const ShapeFor<Booklet>& shape_of<Booklet>() {
  static const auto shape = record<Booklet>(
      {"汇编", "booklet"}, Presence::optional,
      {required<&Booklet::id>(
           "id", id(), {"编号，与文件名（不含 .json）相同", "the file's name without .json"}),
       required<&Booklet::title>("title", text(), {"标题，不带《》", "without 《》"}),
       optional<&Booklet::subtitle>("subtitle", text(),
                                    {"标题之下的一行", "one line under the title"}),
       optional<&Booklet::edition>("edition", date(),
                                   {"以这一天的事实为准", "facts as of this day"}),
       optional<&Booklet::preface_file>(
           "preface", file_name(),
           {"编制说明：汇编文件夹里的 Markdown 文件", "编制说明: a Markdown file in its folder"}),
       required<&Booklet::chapters>("chapters", chapters(), {"各章，按次序", "in their order"})});
  return shape;
}

template <>
const ShapeFor<Dashboard>& shape_of<Dashboard>() {
  static const auto shape = record<Dashboard>(
      {"看板", "dashboard"}, Presence::optional,
      {required<&Dashboard::id>(
           "id", id(), {"编号，与文件名（不含 .json）相同", "the file's name without .json"}),
       required<&Dashboard::title>("title", text(), {"标题", "its title"}),
       required<&Dashboard::region>("region", reference(RefKind::region),
                                    {"反映哪个地区的进展", "the region whose progress it shows"}),
       optional<&Dashboard::period>("period", maybe_period(),
                                    {"所反映的时期", "the period it is about"}),
       optional<&Dashboard::intro>("intro", prose(), {"读者须知", "what a reader must know"}),
       optional<&Dashboard::groups>("groups", kpi_groups(),
                                    {"各组指标卡片", "groups of KPI cards"}),
       optional<&Dashboard::policies>(
           "policies", references(RefKind::policy),
           {"哪些政策的目标与公布的数据对照", "whose targets are set against what is reported"}),
       optional<&Dashboard::regions>(
           "regions", references(RefKind::region),
           {"表中列出哪些地区的数据；空着只列本地区",
            "the regions whose observations the table lists; empty: its own"})});
  return shape;
}

}  // namespace huice::model::schema

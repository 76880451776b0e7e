// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_stream.h"

#include "base/messages/files.h"
#include "base/messages/formats.h"

#include <expat.h>

#include <algorithm>
#include <array>

namespace huice::formats {
namespace {

constexpr int kPiece = 64 << 10;
constexpr unsigned kMostQuietPieces = 16;  // a token of more than 1 MiB

// expat writes a name with a namespace as "namespace name"; no URI holds a blank.
constexpr char kSeparator = ' ';

struct QualifiedName {
  explicit QualifiedName(const char* qualified) {
    const std::string_view name = qualified;
    const std::size_t end = name.rfind(kSeparator);
    if (end != std::string_view::npos) space = name.substr(0, end);
    local = name.substr(end + 1);  // npos + 1 is 0
  }

  std::string_view space{};
  std::string_view local{};
};

// What Expat found, in our words.
Argument fault_of(XML_Error error) {
  switch (error) {
    case XML_ERROR_NO_MEMORY:
      return msg::why_no_memory{};
    case XML_ERROR_NO_ELEMENTS:
    case XML_ERROR_UNCLOSED_TOKEN:
    case XML_ERROR_PARTIAL_CHAR:
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
      return msg::why_xml_ends{};
    case XML_ERROR_TAG_MISMATCH:
      return msg::why_xml_tags{};
    case XML_ERROR_SYNTAX:
    case XML_ERROR_INVALID_TOKEN:
    case XML_ERROR_BAD_CHAR_REF:
      return msg::why_xml_character{};
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
      return msg::why_xml_attribute{};
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
      return msg::why_xml_after{};
    case XML_ERROR_UNDEFINED_ENTITY:
      return msg::why_xml_entity{};
    case XML_ERROR_UNKNOWN_ENCODING:
    case XML_ERROR_INCORRECT_ENCODING:
      return msg::why_xml_encoding{};
    default:
      return msg::why_fault_number{.library = "Expat", .number = static_cast<int>(error)};
  }
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (pair[0] == name) return pair[1];
  }
  return {};
}

std::string_view XmlAttributes::relation() const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const QualifiedName name(pair[0]);
    if (name.local == "id" && name.space.ends_with("/officeDocument/2006/relationships"))
      return pair[1];
    if (name.local == "id" && name.space.ends_with("/officeDocument/relationships")) return pair[1];
  }
  return {};
}

bool XmlAttributes::is_true(std::string_view name) const {
  const std::string_view value = (*this)[name];
  return value == "1" || value == "true";
}

// ECMA-376 part 1 and 4 (18, 22.8), part 2 (8).
std::span<const XmlSpace> XmlHandler::spaces() const {
  static constexpr std::array<XmlSpace, 4> kSpaces{
      {{"", ""},
       {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", ""},
       {"http://purl.oclc.org/ooxml/spreadsheetml/main", ""},
       {"http://schemas.openxmlformats.org/package/2006/relationships", ""}}};
  return kSpaces;
}

// Empty where the element is not for the handler.
std::string_view XmlStream::shown_name(std::string_view space, std::string_view local) {
  if (local == "extLst") return {};
  for (const XmlSpace& one : handler_.spaces()) {
    if (one.uri != space) continue;
    if (one.prefix.empty()) return local;
    ((name_ = one.prefix) += ':') += local;
    return name_;
  }
  return {};
}

struct XmlStream::Events {
  static XmlStream& of(void* user) { return *static_cast<XmlStream*>(user); }

  static void start(void* user, const char* name, const char** attributes) {
    XmlStream& stream = of(user);
    ++stream.events_;
    if (++stream.depth_ > stream.handler_.most_depth()) {
      stream.fail(msg::why_xml_deep{.limit = stream.handler_.most_depth()});
      return;
    }
    if (stream.foreign_ > 0 || stream.reason_) return;
    const QualifiedName qualified(name);
    const std::string_view shown = stream.shown_name(qualified.space, qualified.local);
    if (shown.empty()) {
      stream.foreign_ = stream.depth_;
    } else {
      stream.handler_.start(shown, XmlAttributes(attributes));
    }
  }
  static void end(void* user, const char* name) {
    XmlStream& stream = of(user);
    ++stream.events_;
    const bool shown = stream.foreign_ == 0;
    if (stream.foreign_ == stream.depth_) stream.foreign_ = 0;
    --stream.depth_;
    if (!shown || stream.reason_) return;
    const QualifiedName qualified(name);
    stream.handler_.end(stream.shown_name(qualified.space, qualified.local));
  }
  static void text(void* user, const char* piece, int size) {
    XmlStream& stream = of(user);
    ++stream.events_;
    if (stream.foreign_ == 0 && !stream.reason_) {
      stream.handler_.text(std::string_view(piece, static_cast<std::size_t>(size)));
    }
  }
  static void document_type(void* user, const char* /*name*/, const char* /*system*/,
                            const char* /*public_id*/, int /*internal*/) {
    of(user).fail(msg::why_xml_doctype{});
  }
};

XmlStream::XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler, std::uint64_t most_bytes)
    : part_(std::move(part)),
      handler_(handler),
      most_(most_bytes),
      left_(most_bytes),
      parser_(XML_ParserCreateNS(nullptr, kSeparator)) {
  if (parser_ == nullptr) {
    reason_ = msg::why_no_memory{};
    return;
  }
  XML_SetUserData(parser_, this);
  XML_SetElementHandler(parser_, Events::start, Events::end);
  XML_SetCharacterDataHandler(parser_, Events::text);
  XML_SetStartDoctypeDeclHandler(parser_, Events::document_type);
}

XmlStream::~XmlStream() {
  XML_ParserFree(parser_);
}

void XmlStream::pause() {
  // Stopping twice between two events is an error of expat's that changes nothing.
  if (!reason_) XML_StopParser(parser_, XML_TRUE);
}

void XmlStream::fail(Argument reason) {
  if (reason_) return;
  reason_ = std::move(reason);
  XML_StopParser(parser_, XML_FALSE);
}

XmlStream::State XmlStream::run() {
  if (reason_) return State::failed;
  if (suspended_) {
    suspended_ = false;
    const State state = settle(XML_ResumeParser(parser_));
    if (state != State::ended) return state;
  }
  while (!last_) {
    if (!feed()) return State::failed;
    if (suspended_) return State::paused;
  }
  return State::ended;
}

// Unpacks and parses one more piece; false where that failed.
bool XmlStream::feed() {
  void* const buffer = XML_GetBuffer(parser_, kPiece);
  const std::int64_t count =
      buffer == nullptr ? -1 : part_->read(static_cast<char*>(buffer), kPiece);
  if (count < 0) {
    reason_ = msg::why_part_packed{.part = part_->name()};
    return false;
  }
  if (static_cast<std::uint64_t>(count) > left_) {
    reason_ = msg::why_part_large{.part = part_->name()};
    return false;
  }
  left_ -= static_cast<std::uint64_t>(count);
  last_ = count == 0;
  quiet_ = events_ == events_at_feed_ ? quiet_ + 1 : 0;
  events_at_feed_ = events_;
  if (quiet_ > kMostQuietPieces) {
    reason_ = msg::why_part_tag{.part = part_->name()};
    return false;
  }
  return settle(XML_ParseBuffer(parser_, static_cast<int>(count), last_ ? 1 : 0)) != State::failed;
}

// `ended` where what was fed is used up.
XmlStream::State XmlStream::settle(int status) {
  suspended_ = status == XML_STATUS_SUSPENDED;
  if (status != XML_STATUS_ERROR) return suspended_ ? State::paused : State::ended;
  if (!reason_) {
    reason_ = msg::why_part_broken{.part = part_->name(),
                                   .line = XML_GetCurrentLineNumber(parser_),
                                   .reason = fault_of(XML_GetErrorCode(parser_))};
  }
  return State::failed;
}

}  // namespace huice::formats

// SPDX-License-Identifier: Apache-2.0
#pragma once

// A part's XML as events, by expat. Hostile input: no document types (so no entities to expand),
// and bounds on depth, on one token's size and on the whole.

#include "base/message.h"
#include "formats/zip_parts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

struct XML_ParserStruct;

namespace huice::formats {

/// The attributes of one start tag, while its event lasts.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

  /// The attribute without a namespace; empty where there is none.
  std::string_view operator[](std::string_view name) const;

  /// The part's relation that the element names, r:id; empty where there is none.
  std::string_view relation() const;

  /// Whether it means true (xsd:boolean: 1 or true).
  bool is_true(std::string_view name) const;

  /// Calls `each` with the namespace, the local name and the value of every attribute.
  template <class Each>
  void for_each(const Each& each) const {
    for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
      const std::string_view name = pair[0];
      const std::size_t end = name.rfind(' ');  // no URI holds a blank
      const bool is_alone = end == std::string_view::npos;
      each(is_alone ? std::string_view() : name.substr(0, end), name.substr(is_alone ? 0 : end + 1),
           std::string_view(pair[1]));
    }
  }

 private:
  const char** pairs_;
};

/// A namespace whose elements a handler is told of, and what their names then begin with: w:.
struct XmlSpace {
  std::string_view uri;
  std::string_view prefix;
};

/// Elements of the handler's namespaces come by their local name, behind the namespace's prefix.
/// What other namespaces and <extLst> hold is not shown: newer programs put elements of the same
/// names there.
class XmlHandler {
 public:
  /// Of none, and those of workbooks in ECMA-376 (transitional and strict), without a prefix.
  virtual std::span<const XmlSpace> spaces() const;
  /// How deep elements may nest.
  virtual unsigned most_depth() const { return 64; }

  XmlHandler() = default;
  virtual ~XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;

  virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view name) = 0;
  /// A piece of text; one text may come in several.
  virtual void text(std::string_view piece) = 0;
};

class XmlStream {
 public:
  enum class State { paused, ended, failed };

  /// REQUIRES: handler outlives the stream. `most_bytes` bounds the unpacked part.
  XmlStream(std::unique_ptr<ZipPart> part, XmlHandler& handler, std::uint64_t most_bytes);
  ~XmlStream();
  XmlStream(const XmlStream&) = delete;
  XmlStream& operator=(const XmlStream&) = delete;

  /// Goes on until the handler pauses, the end, or a fault.
  State run();

  /// For the handler: run() returns after this event.
  void pause();
  /// For the handler: run() fails after this event, for this reason.
  void fail(Argument reason);

  /// How much of the part was read so far, unpacked.
  std::uint64_t bytes_read() const { return most_ - left_; }

  /// Why it failed; empty where it did not.
  const std::optional<Argument>& reason() const { return reason_; }

 private:
  struct Events;
  std::string_view shown_name(std::string_view space, std::string_view local);
  bool feed();
  State settle(int status);

  std::unique_ptr<ZipPart> part_;
  XmlHandler& handler_;
  std::uint64_t most_;
  std::uint64_t left_;
  XML_ParserStruct* parser_;
  std::uint64_t events_ = 0;
  std::uint64_t events_at_feed_ = 0;
  unsigned quiet_ = 0;  // pieces fed since the last event
  unsigned depth_ = 0;
  unsigned foreign_ = 0;  // the depth at which an element that is not shown began
  std::string name_;      // of an element with a prefix
  bool last_ = false;
  bool suspended_ = false;
  std::optional<Argument> reason_;
};

}  // namespace huice::formats

// SPDX-License-Identifier: Apache-2.0
#include "formats/xml_tree.h"

#include "base/messages/formats.h"

namespace huice::formats {
namespace {

constexpr unsigned kMostDepth = 256;
constexpr std::string_view kXml = "http://www.w3.org/XML/1998/namespace";

class TreeBuilder final : public XmlHandler {
 public:
  TreeBuilder(std::span<const XmlSpace> spaces, XmlBudget& budget, XmlNode& root)
      : spaces_(spaces), budget_(budget), root_(root) {}

  std::span<const XmlSpace> spaces() const override { return spaces_; }
  unsigned most_depth() const override { return kMostDepth; }
  void watch(XmlStream& stream) { stream_ = &stream; }

  void start(std::string_view name, const XmlAttributes& attributes) override {
    XmlNode& node = open_.empty() ? root_ : open_.back()->children.emplace_back();
    node.name = name;
    take();
    attributes.for_each(
        [this, &node](std::string_view space, std::string_view local, std::string_view value) {
          std::string key = prefix(space);
          if (key == "?") return;
          take();
          node.attributes.push_back({key.append(local), std::string(value)});
        });
    open_.push_back(&node);
  }

  void end(std::string_view /*name*/) override {
    if (!open_.back()->children.empty()) open_.back()->text.clear();
    open_.pop_back();
  }

  void text(std::string_view piece) override {
    if (!open_.empty() && open_.back()->children.empty()) open_.back()->text += piece;
  }

 private:
  void take() {
    if (budget_.items > 0) {
      --budget_.items;
    } else {
      stream_->fail(msg::why_parts_large{});
    }
  }

  // What an attribute's name begins with; “?” where it is left out.
  std::string prefix(std::string_view space) const {
    if (space.empty()) return {};
    if (space == kXml) return "xml:";
    if (space.ends_with("/officeDocument/2006/relationships") ||
        space.ends_with("/officeDocument/relationships")) {
      return "r:";
    }
    for (const XmlSpace& one : spaces_) {
      if (one.uri == space && one.prefix == "w") return {};
    }
    return "?";
  }

  std::span<const XmlSpace> spaces_;
  XmlBudget& budget_;
  XmlNode& root_;
  XmlStream* stream_ = nullptr;
  std::vector<XmlNode*> open_;
};

}  // namespace

const XmlNode* XmlNode::child(std::string_view wanted) const {
  for (const XmlNode& one : children) {
    if (one.name == wanted) return &one;
  }
  return nullptr;
}

XmlNode* XmlNode::child(std::string_view wanted) {
  for (XmlNode& one : children) {
    if (one.name == wanted) return &one;
  }
  return nullptr;
}

std::string_view XmlNode::operator[](std::string_view attribute) const {
  for (const Attribute& one : attributes) {
    if (one.name == attribute) return one.value;
  }
  return {};
}

bool XmlNode::has(std::string_view attribute) const {
  for (const Attribute& one : attributes) {
    if (one.name == attribute) return true;
  }
  return false;
}

std::optional<Argument> read_tree(const ZipParts& parts, const std::string& part,
                                  std::span<const XmlSpace> spaces, XmlBudget& budget,
                                  XmlNode& root) {
  std::unique_ptr<ZipPart> file = parts.part(part);
  if (!file) return Argument(msg::why_no_part{.part = part});
  TreeBuilder builder(spaces, budget, root);
  XmlStream stream(std::move(file), builder, budget.bytes);
  builder.watch(stream);
  stream.run();
  budget.bytes -= stream.bytes_read();
  return stream.reason();
}

}  // namespace huice::formats

// SPDX-License-Identifier: Apache-2.0
#include "template/values/json.h"

#include "markup/escape.h"
#include "template/values/operations.h"

#include <algorithm>
#include <cmath>

namespace huice::tmpl {
namespace {

class JsonWriter {
 public:
  JsonWriter(std::string& out, int indent)
      : out_(out), limit_(out.size() + kLargestPrinted), indent_(indent) {}

  bool write(const Value& value) {
    if (out_.size() > limit_) return refuse(Printing::too_large);
    if (depth_ > static_cast<int>(kDeepestPrinted)) return refuse(Printing::too_deep);
    switch (value.kind()) {
      case Kind::none:
        out_ += "null";
        return true;
      case Kind::boolean:
        out_ += value.boolean() ? "true" : "false";
        return true;
      case Kind::integer:
      case Kind::floating:
        return number(value);
      case Kind::string:
        return text(value.text());
      case Kind::list:
        return list(value.list());
      case Kind::mapping:
        return mapping(value.mapping());
      default:
        return false;
    }
  }

  /// Why a value was not written.
  Printing fault() const { return fault_; }

 private:
  bool refuse(Printing why) {
    fault_ = why;
    return false;
  }

  bool number(const Value& value) {
    if (value.kind() == Kind::floating && !std::isfinite(value.floating())) return false;
    append_text(out_, value);
    return true;
  }

  bool text(std::string_view text) {
    if (text.size() > kLargestPrinted) return refuse(Printing::too_large);
    out_ += '"';
    markup::escape_json(out_, text, "<>&'");
    out_ += '"';
    return out_.size() <= limit_ || refuse(Printing::too_large);
  }

  void line() {
    if (indent_ < 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_) * static_cast<std::size_t>(depth_), ' ');
  }

  void separate(bool& first) {
    if (!first) out_ += indent_ < 0 ? ", " : ",";
    first = false;
    line();
  }

  bool list(const Sequence& list) {
    out_ += '[';
    ++depth_;
    bool first = true;
    for (std::size_t i = 0; i < list.size(); ++i) {
      separate(first);
      if (!write(list.at(i))) return false;
    }
    --depth_;
    if (!first) line();
    out_ += ']';
    return true;
  }

  // As json.dumps: keys that have no order among each other are refused.
  static bool sort_keys(std::vector<Value>& keys) {
    const auto is_text = [](const Value& key) { return key.is_string(); };
    const bool ordered = keys.size() < 2 || std::all_of(keys.begin(), keys.end(), is_text) ||
                         std::all_of(keys.begin(), keys.end(), is_number);
    if (!ordered) return false;
    std::stable_sort(keys.begin(), keys.end(),
                     [](const Value& a, const Value& b) { return order(a, b).value_or(0) < 0; });
    return true;
  }

  bool write_key(const Value& key) {
    std::string plain;
    if (key.is_string()) return text(key.text());
    if (key.is_list() || !JsonWriter(plain, -1).write(key)) return false;
    return text(plain);
  }

  bool mapping(const Mapping& mapping) {
    const Value own = mapping.printed();
    if (!own.is_undefined()) return write(own);
    std::vector<Value> keys = mapping.all_keys();
    if (!sort_keys(keys)) return false;
    out_ += '{';
    ++depth_;
    bool first = true;
    for (const Value& key : keys) {
      separate(first);
      if (!write_key(key)) return false;
      out_ += ": ";
      if (!write(mapping.value_of(key))) return false;
    }
    --depth_;
    if (!first) line();
    out_ += '}';
    return true;
  }

  std::string& out_;
  std::size_t limit_;
  int indent_;
  int depth_ = 0;
  Printing fault_ = Printing::record;
};

}  // namespace

Printing append_json(std::string& out, const Value& value, int indent) {
  JsonWriter writer(out, indent);
  return writer.write(value) ? Printing::ok : writer.fault();
}

}  // namespace huice::tmpl

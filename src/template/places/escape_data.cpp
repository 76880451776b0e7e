// SPDX-License-Identifier: Apache-2.0
// JSON and CSV.

#include "base/utf8.h"
#include "template/places/escape.h"
#include "template/values/characters.h"
#include "template/values/operations.h"

#include <algorithm>
#include <cmath>

namespace huice::tmpl {
namespace {

void append_hex(std::string& out, unsigned char byte) {
  constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u00";
  out += kHex[byte >> 4U];
  out += kHex[byte & 0xFU];
}

void append_json_text(std::string& out, std::string_view text, std::string_view as_code) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      default:
        if (byte < 0x20 || as_code.find(c) != std::string_view::npos) {
          append_hex(out, byte);
        } else {
          out += c;
        }
    }
  }
}

class JsonWriter {
 public:
  JsonWriter(std::string& out, int indent)
      : out_(out), limit_(out.size() + kLargestPrinted), indent_(indent) {}

  bool write(const Value& value) {
    if (out_.size() > limit_ || depth_ > static_cast<int>(kDeepestPrinted)) return false;
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

 private:
  bool number(const Value& value) {
    if (value.kind() == Kind::floating && !std::isfinite(value.floating())) return false;
    append_text(out_, value);
    return true;
  }

  bool text(std::string_view text) {
    if (text.size() > kLargestPrinted) return false;
    out_ += '"';
    append_json_text(out_, text, "<>&'");
    out_ += '"';
    return out_.size() <= limit_;
  }

  void line() {
    if (indent_ < 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(indent_ * depth_), ' ');
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
};

}  // namespace

void escape_json(std::string& out, std::string_view text) {
  append_json_text(out, text, {});
}

// OWASP "CSV injection": a cell that begins with = + - @, a tab or a carriage return is a formula;
// some programs skip blanks before the sign, and read the full-width signs alike.
bool is_csv_formula(std::string_view text) {
  constexpr std::u32string_view kSigns =
      U"=+-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212\u207A\u207B\u207C\u208A\u208B"
      U"\u208C";
  if (text.starts_with('\t') || text.starts_with('\r')) return true;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = utf8::decode(text, offset);
    const bool skipped = is_space(c) || c < 0x20 || c == 0xFEFF || (c >= 0x200B && c <= 0x200F);
    if (!skipped) return kSigns.find(c) != std::u32string_view::npos;
  }
  return false;
}

bool is_plain_csv(std::string_view text) {
  return text.find_first_of(",;\"\n\r\t") == std::string_view::npos;
}

void escape_csv_quoted(std::string& out, std::string_view text, bool begins) {
  if (begins && is_csv_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
}

void escape_csv(std::string& out, std::string_view text) {
  const bool quoted = !is_plain_csv(text) || text.starts_with(' ') || text.ends_with(' ');
  if (quoted) out += '"';
  escape_csv_quoted(out, text, true);
  if (quoted) out += '"';
}

bool append_json(std::string& out, const Value& value, int indent) {
  return JsonWriter(out, indent).write(value);
}

}  // namespace huice::tmpl

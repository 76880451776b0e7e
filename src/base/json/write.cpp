// SPDX-License-Identifier: Apache-2.0
#include "base/json/write.h"

#include "base/utf8.h"

namespace huice::json {
namespace {

void append_escape(std::string& out, unsigned unit) {
  static constexpr std::string_view kHex = "0123456789abcdef";
  out += "\\u";
  for (const unsigned shift : {12U, 8U, 4U, 0U}) out += kHex[(unit >> shift) & 0xFU];
}

void append_ascii(std::string& out, char c) {
  static constexpr std::string_view kShort = "btn?fr";  // 8 to 13; 11 has none
  const auto byte = static_cast<unsigned char>(c);
  if (c == '"' || c == '\\') {
    (out += '\\') += c;
  } else if (byte >= 0x20) {
    out += c;
  } else if (byte >= 8 && byte <= 13 && byte != 11) {
    (out += '\\') += kShort[byte - 8U];
  } else {
    append_escape(out, byte);
  }
}

// The half of a surrogate pair whose three bytes stand at `at`; 0 where there is none.
unsigned half_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  if (text.size() - at < 3 || byte(0) != 0xED || byte(1) < 0xA0 || byte(1) > 0xBF ||
      (byte(2) & 0xC0U) != 0x80U) {
    return 0;
  }
  return 0xD000U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
}

class Writer {
 public:
  explicit Writer(bool indented) : indented_(indented) {}

  std::string write(const Value& value) {
    append(value);
    return std::move(out_);
  }

 private:
  void append(const Value& value) {
    switch (value.kind()) {
      case Kind::null:
        out_ += "null";
        return;
      case Kind::boolean:
      case Kind::number:
        out_ += value.text();
        return;
      case Kind::text:
        append_text(out_, value.text());
        return;
      case Kind::list:
        append_all(value.items(), "[]", [this](const Value& item) { append(item); });
        return;
      case Kind::object:
        append_all(value.members(), "{}", [this](const Member& member) {
          append_text(out_, member.name);
          out_ += indented_ ? ": " : ":";
          append(member.value);
        });
        return;
    }
  }

  template <class Parts, class Append>
  void append_all(const Parts& parts, std::string_view brackets, const Append& append_one) {
    out_ += brackets[0];
    ++depth_;
    bool first = true;
    for (const auto& part : parts) {
      if (!first) out_ += ',';
      first = false;
      new_line();
      append_one(part);
    }
    --depth_;
    if (!first) new_line();
    out_ += brackets[1];
  }

  void new_line() {
    if (!indented_) return;
    out_ += '\n';
    out_.append(depth_ * 2, ' ');
  }

  bool indented_;
  std::size_t depth_ = 0;
  std::string out_;
};

}  // namespace

void append_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      append_ascii(out, text[at++]);
    } else if (const unsigned half = half_at(text, at); half != 0) {
      append_escape(out, half);
      at += 3;
    } else {
      utf8::append(out, utf8::decode(text, at));
    }
  }
  out += '"';
}

std::string text(const Value& value) {
  return Writer(false).write(value);
}

std::string indented(const Value& value) {
  return Writer(true).write(value) + "\n";
}

}  // namespace huice::json

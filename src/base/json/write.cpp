// SPDX-License-Identifier: Apache-2.0
#include "base/json/write.h"

#include "base/ascii.h"
#include "base/surrogates.h"
#include "base/utf8.h"

namespace huice::json {
namespace {

void append_escape(std::string& out, unsigned unit) {
  out += "\\u";
  ascii::append_hex(out, unit, 4);
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

void append_text(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      append_ascii(out, text[at++]);
    } else if (const unsigned half = utf8::surrogate_at(text, at); half != 0) {
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

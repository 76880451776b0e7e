// SPDX-License-Identifier: Apache-2.0
//
// nlohmann_json 3.11 keeps no positions, so its parser reads through an iterator that knows how
// far it has come. An event's token begins at the first byte after the previous token that is no
// blank, comma or colon; the lexer looks one byte past a number only, and that byte is always a
// blank, a comma or a closing bracket.
#include "base/json/read.h"

#include "base/json/syntax_error.h"
#include "base/messages/json.h"
#include "base/usable_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <unordered_set>

namespace huice::json {
namespace {

class TrackedIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  TrackedIterator() = default;
  TrackedIterator(const char* at, const char** reached) : at_(at), reached_(reached) {}

  reference operator*() const { return *at_; }
  TrackedIterator& operator++() {
    *reached_ = ++at_;
    return *this;
  }
  TrackedIterator operator++(int) {
    TrackedIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) {
    return a.at_ == b.at_;
  }
  friend bool operator!=(const TrackedIterator& a, const TrackedIterator& b) { return !(a == b); }

 private:
  const char* at_ = nullptr;
  const char** reached_ = nullptr;
};

/// The names of the objects that are open.
class Names {
 public:
  void open() { levels_.push_back({names_.size(), kept_.size(), {}}); }

  void close() {
    names_.resize(levels_.back().first);
    kept_.resize(levels_.back().kept);
    levels_.pop_back();
  }

  /// False where the object has the name already. `written`: the name between its quotes in the
  /// text, which lives longer than `name`.
  bool add(std::string_view name, std::string_view written) {
    Level& level = levels_.back();
    if (names_.size() - level.first == kFew) {
      level.many.insert(names_.begin() + static_cast<std::ptrdiff_t>(level.first), names_.end());
    }
    const bool known = level.many.empty()
                           ? std::find(names_.begin() + static_cast<std::ptrdiff_t>(level.first),
                                       names_.end(), name) != names_.end()
                           : level.many.contains(name);
    if (known) return false;
    if (name != written) written = kept_.emplace_back(name);
    names_.push_back(written);
    if (!level.many.empty()) level.many.insert(written);
    return true;
  }

 private:
  static constexpr std::size_t kFew = 32;  // up to which looking through a list is faster

  struct Level {
    std::size_t first = 0;  ///< of the object's names in names_
    std::size_t kept = 0;   ///< of its names in kept_
    std::unordered_set<std::string_view> many;
  };

  std::vector<Level> levels_;
  std::vector<std::string_view> names_;
  std::deque<std::string> kept_;  ///< names that are written with escapes
};

class Parser final : public nlohmann::json_sax<nlohmann::json> {
 public:
  Parser(const SourceText& source, Handler& handler, Diagnostics& problems)
      : source_(source), text_(source.text()), handler_(handler), problems_(problems) {}

  bool parse() {
    reached_ = text_.data();
    return nlohmann::json::sax_parse(TrackedIterator(text_.data(), &reached_),
                                     TrackedIterator(text_.data() + text_.size(), &reached_), this);
  }

  bool null() override { return scalar(Kind::null, {}); }
  bool boolean(bool value) override { return scalar(Kind::boolean, value ? "true" : "false"); }
  bool number_integer(number_integer_t /*value*/) override { return number(); }
  bool number_unsigned(number_unsigned_t /*value*/) override { return number(); }
  bool number_float(number_float_t /*value*/, const string_t& /*token*/) override {
    return number();
  }
  bool string(string_t& value) override { return scalar(Kind::text, value); }
  bool binary(binary_t& /*value*/) override { return false; }

  bool start_object(std::size_t /*elements*/) override {
    const bool entered = open(Kind::object);
    if (entered) names_.open();
    return entered;
  }
  bool end_object() override {
    names_.close();
    return close(Kind::object);
  }
  bool start_array(std::size_t /*elements*/) override { return open(Kind::list); }
  bool end_array() override { return close(Kind::list); }

  bool key(string_t& name) override {
    begin_token();
    if (skip_depth_ > 0) return true;
    if (names_.add(name, text_.substr(token_.offset + 1, token_.length - 2))) {
      handler_.name({Kind::text, name, token_});
      return true;
    }
    problems_.add(
        problem(msg::duplicate_key{.key = name}, source_.at(token_.offset, token_.length)));
    skip_next_ = true;
    return true;
  }

  bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                   const nlohmann::detail::exception& error) override {
    begin_token();
    const std::size_t last = position() > 0 ? position() - 1 : 0;
    const std::size_t start = std::min(token_.offset, last);
    const Span stopped{start, std::max<std::size_t>(1, position() - start)};
    const bool at_end = token_.offset == text_.size();
    problems_.add(syntax_error(source_, stopped, at_end, error.id, error.what()));
    return false;
  }

 private:
  std::size_t position() const { return static_cast<std::size_t>(reached_ - text_.data()); }

  void begin_token() {
    const std::size_t start = text_.find_first_not_of(" \t\r\n,:", token_end_);
    token_.offset = std::min(start, position());
    token_.length = std::max<std::size_t>(1, position() - token_.offset);
    token_end_ = position();
  }

  // A number ends before the byte by which the lexer knew its end.
  bool number() {
    begin_token();
    const std::string_view read = text_.substr(token_.offset, token_.length);
    token_.length = std::min(read.size(), read.find_first_of(" \t\r\n,]}"));
    token_end_ = token_.offset + token_.length;
    if (!skipped()) handler_.scalar({Kind::number, read.substr(0, token_.length), token_});
    return true;
  }

  bool scalar(Kind kind, std::string_view text) {
    begin_token();
    if (!skipped()) handler_.scalar({kind, text, token_});
    return true;
  }

  bool open(Kind kind) {
    begin_token();
    if (++depth_ > kDeepest) {
      problems_.add(problem(msg::too_deep{.limit = kDeepest}, source_.at(token_.offset)));
      return false;
    }
    if (skipped()) {
      ++skip_depth_;
    } else {
      handler_.open({kind, {}, token_});
    }
    return true;
  }

  bool close(Kind kind) {
    begin_token();
    --depth_;
    if (skip_depth_ > 0) {
      --skip_depth_;
    } else {
      handler_.close({kind, {}, token_});
    }
    return true;
  }

  // Whether the value just begun is that of a repeated key, or inside of it.
  bool skipped() {
    const bool now = skip_next_ || skip_depth_ > 0;
    skip_next_ = false;
    return now;
  }

  const SourceText& source_;
  std::string_view text_;
  Handler& handler_;
  Diagnostics& problems_;
  Names names_;
  const char* reached_ = nullptr;
  Span token_;
  std::size_t token_end_ = 0;
  std::size_t depth_ = 0;
  std::size_t skip_depth_ = 0;
  bool skip_next_ = false;
};

class TreeBuilder final : public Handler {
 public:
  void name(const Token& name) override {
    stack_.back().member = {std::string(name.text), {}, name.at};
  }
  void scalar(const Token& token) override { put(value_of(token)); }
  void open(const Token& bracket) override { stack_.push_back({value_of(bracket), {}}); }
  void close(const Token& bracket) override {
    Value done = std::move(stack_.back().value);
    stack_.pop_back();
    const std::size_t start = done.at().offset;
    done.set_at({start, bracket.at.offset + bracket.at.length - start});
    put(std::move(done));
  }

  Value take() { return std::move(root_); }

 private:
  struct Open {
    Value value;
    Member member;  ///< of an object: the one whose name was read last
  };

  static Value value_of(const Token& token) {
    Value out = [&token]() -> Value {
      switch (token.kind) {
        case Kind::null:
          return {};
        case Kind::boolean:
          return token.text == "true";
        case Kind::number:
          return Value::number(std::string(token.text));
        case Kind::text:
          return token.text;
        case Kind::list:
          return Value::list();
        case Kind::object:
          return Value::object();
      }
      return {};
    }();
    out.set_at(token.at);
    return out;
  }

  void put(Value value) {
    if (stack_.empty()) {
      root_ = std::move(value);
    } else if (Open& holder = stack_.back(); holder.value.is(Kind::list)) {
      holder.value.push(std::move(value));
    } else {
      holder.member.value = std::move(value);
      holder.value.add(std::move(holder.member));
    }
  }

  std::vector<Open> stack_;
  Value root_;
};

}  // namespace

bool read(const SourceText& source, Handler& handler, Diagnostics& problems) {
  return is_usable(source, problems) && Parser(source, handler, problems).parse();
}

std::optional<Value> parse(const SourceText& source, Diagnostics& problems) {
  TreeBuilder builder;
  if (!read(source, builder, problems)) return std::nullopt;
  return builder.take();
}

}  // namespace huice::json

// SPDX-License-Identifier: Apache-2.0
#include "formats/pdf/content.h"

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace huice::formats::pdf {
namespace {

constexpr int kMostForms = 8;              // forms in forms
constexpr std::size_t kMostOperands = 64;  // of one operator; an array counts as its items
constexpr std::size_t kMostStates = 256;
constexpr double kThickest = 9;   // points: a bar that is thicker is no line
constexpr double kShortest = 20;  // points: what is shorter is none

struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  // This one first, then `next`.
  Matrix then(const Matrix& next) const {
    return {a * next.a + b * next.c,          a * next.b + b * next.d,
            c * next.a + d * next.c,          c * next.b + d * next.d,
            e * next.a + f * next.c + next.e, e * next.b + f * next.d + next.f};
  }
  double x(double px, double py) const { return a * px + c * py + e; }
  double y(double px, double py) const { return b * px + d * py + f; }
};

struct State {
  Matrix place;
  Colour fill;
  Colour stroke;
  double weight = 1;
  Fonts::Found font;
  double size = 0;
  double spacing = 0;
  double word_spacing = 0;
  double stretch = 1;
  double leading = 0;
  double rise = 0;
  int mode = 0;
};

struct Operand {
  double number = 0;
  std::string text{};  // of a string or name
  enum class Kind { number, string, name, other } kind = Kind::other;
};

struct Point {
  double x = 0;
  double y = 0;
  bool starts = false;
};

double number_of(const std::string& text) {
  double out = 0;
  const char* from = text.data() + (text.starts_with('+') ? 1 : 0);
  std::from_chars(from, text.data() + text.size(), out);
  return std::isfinite(out) ? std::clamp(out, -1e7, 1e7) : 0;
}

class Interpreter {
 public:
  Interpreter(Fonts& fonts, Budget& budget, Page& out)
      : fonts_(fonts), budget_(budget), out_(out) {}

  State& state() { return state_; }
  void run(const std::string& content, QPDFObjectHandle resources, int depth);

 private:
  void apply(const std::string& operation, QPDFObjectHandle resources, int depth);
  bool apply_state(const std::string& operation, QPDFObjectHandle resources);
  bool apply_colour(const std::string& operation);
  bool apply_path(const std::string& operation);
  bool apply_text(const std::string& operation);
  void object(QPDFObjectHandle resources, int depth);
  void show(const std::string& string);
  void add_rule(double x1, double x2, double y, double weight, const Colour& colour);
  void paint(bool fills, bool strokes);
  void fill_parts();
  void stroke_parts();

  double at(std::size_t index) const {
    return index < operands_.size() ? operands_[index].number : 0;
  }
  Colour colour_of() const;

  Fonts& fonts_;
  Budget& budget_;
  Page& out_;
  State state_;
  std::vector<State> saved_;
  std::vector<Operand> operands_;
  std::vector<Point> path_;
  Matrix text_;
  Matrix line_;
};

// One component is grey, three are red, green, blue; four are cyan, magenta, yellow, black.
Colour Interpreter::colour_of() const {
  std::array<double, 4> parts{};
  std::size_t count = 0;
  for (const Operand& one : operands_) {
    if (one.kind != Operand::Kind::number) return {.is_known = false};
    if (count == parts.size()) return {.is_known = false};
    parts.at(count++) = std::clamp(one.number, 0.0, 1.0);
  }
  if (count == 1) return {parts[0], parts[0], parts[0]};
  if (count == 3) return {parts[0], parts[1], parts[2]};
  if (count == 4) {
    const auto mixed = [&parts](std::size_t i) { return (1 - parts.at(i)) * (1 - parts[3]); };
    return {mixed(0), mixed(1), mixed(2)};
  }
  return {.is_known = false};
}

bool Interpreter::apply_state(const std::string& operation, QPDFObjectHandle resources) {
  if (operation == "q") {
    if (saved_.size() < kMostStates) saved_.push_back(state_);
  } else if (operation == "Q") {
    if (!saved_.empty()) {
      state_ = saved_.back();
      saved_.pop_back();
    }
  } else if (operation == "cm") {
    state_.place = Matrix{at(0), at(1), at(2), at(3), at(4), at(5)}.then(state_.place);
  } else if (operation == "w") {
    state_.weight = at(0);
  } else if (operation == "Tf") {
    state_.size = at(1);
    state_.font = {};
    if (operands_.empty()) return true;
    QPDFObjectHandle all = resources.isDictionary() ? resources.getKey("/Font") : resources;
    if (all.isDictionary()) {
      QPDFObjectHandle dictionary = all;
      state_.font = fonts_.of(dictionary.getKey(operands_[0].text), budget_);
    }
  } else {
    return false;
  }
  return true;
}

bool Interpreter::apply_colour(const std::string& operation) {
  if (operation == "g" || operation == "rg" || operation == "k" || operation == "sc" ||
      operation == "scn") {
    state_.fill = colour_of();
  } else if (operation == "G" || operation == "RG" || operation == "K" || operation == "SC" ||
             operation == "SCN") {
    state_.stroke = colour_of();
  } else if (operation == "cs") {
    state_.fill = {};
  } else if (operation == "CS") {
    state_.stroke = {};
  } else {
    return false;
  }
  return true;
}

void Interpreter::add_rule(double x1, double x2, double y, double weight, const Colour& colour) {
  if (x2 < x1) std::swap(x1, x2);
  if (x2 - x1 < kShortest || weight > kThickest) return;
  if (colour.is_known && colour.red > 0.97 && colour.green > 0.97 && colour.blue > 0.97) return;
  budget_.take_glyph();
  out_.rules.push_back({x1, x2, out_.height - y, weight, colour});
}

// Each part of a filled path that is a flat bar.
void Interpreter::fill_parts() {
  for (std::size_t i = 0; i < path_.size();) {
    double left = path_[i].x;
    double right = left;
    double low = path_[i].y;
    double high = low;
    for (++i; i < path_.size() && !path_[i].starts; ++i) {
      left = std::min(left, path_[i].x);
      right = std::max(right, path_[i].x);
      low = std::min(low, path_[i].y);
      high = std::max(high, path_[i].y);
    }
    add_rule(left, right, (low + high) / 2, high - low, state_.fill);
  }
}

void Interpreter::stroke_parts() {
  const Matrix& m = state_.place;
  const double weight = state_.weight * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
  for (std::size_t i = 1; i < path_.size(); ++i) {
    if (path_[i].starts || std::abs(path_[i].y - path_[i - 1].y) > 0.5) continue;
    add_rule(path_[i - 1].x, path_[i].x, path_[i].y, weight, state_.stroke);
  }
}

void Interpreter::paint(bool fills, bool strokes) {
  if (fills) fill_parts();
  if (strokes) stroke_parts();
  path_.clear();
}

bool Interpreter::apply_path(const std::string& operation) {
  const auto add = [this](double x, double y, bool starts) {
    budget_.take_operator();
    path_.push_back({state_.place.x(x, y), state_.place.y(x, y), starts});
  };
  if (operation == "m") {
    add(at(0), at(1), true);
  } else if (operation == "l") {
    add(at(0), at(1), false);
  } else if (operation == "c") {
    add(at(4), at(5), false);
  } else if (operation == "v" || operation == "y") {
    add(at(2), at(3), false);
  } else if (operation == "re") {
    const double x = at(0), y = at(1), w = at(2), h = at(3);
    add(x, y, true);
    add(x + w, y, false);
    add(x + w, y + h, false);
    add(x, y + h, false);
  } else if (operation == "f" || operation == "F" || operation == "f*") {
    paint(true, false);
  } else if (operation == "S" || operation == "s") {
    paint(false, true);
  } else if (operation == "B" || operation == "B*" || operation == "b" || operation == "b*") {
    paint(true, true);
  } else if (operation == "n") {
    paint(false, false);
  } else {
    return operation == "h" || operation == "W" || operation == "W*";
  }
  return true;
}

void Interpreter::show(const std::string& string) {
  if (state_.font.font == nullptr) return;
  for (const Code& code : state_.font.font->codes(string)) {
    budget_.take_glyph();
    const Matrix whole = text_.then(state_.place);
    const double advance = (code.width / 1000 * state_.size + state_.spacing +
                            (code.is_space ? state_.word_spacing : 0)) *
                           state_.stretch;
    const bool is_level = std::abs(whole.b) < 1e-3 * std::abs(whole.a) && whole.a > 0;
    // Mode 3 is invisible: what a machine read in a scanned page.
    if (is_level && state_.mode != 3) {
      out_.glyphs.push_back({.text = code.text,
                             .x = whole.x(0, state_.rise),
                             .baseline = out_.height - whole.y(0, state_.rise),
                             .width = code.width / 1000 * state_.size * state_.stretch * whole.a,
                             .size = state_.size * std::abs(whole.d),
                             .font = state_.font.index,
                             .colour = state_.mode == 1 ? state_.stroke : state_.fill});
    }
    text_ = Matrix{1, 0, 0, 1, advance, 0}.then(text_);
  }
}

bool Interpreter::apply_text(const std::string& operation) {
  const auto next_line = [this](double x, double y) {
    line_ = Matrix{1, 0, 0, 1, x, y}.then(line_);
    text_ = line_;
  };
  const auto last_string = [this]() -> std::string {
    return operands_.empty() ? std::string() : operands_.back().text;
  };
  if (operation == "BT") {
    text_ = line_ = {};
  } else if (operation == "Td") {
    next_line(at(0), at(1));
  } else if (operation == "TD") {
    state_.leading = -at(1);
    next_line(at(0), at(1));
  } else if (operation == "Tm") {
    text_ = line_ = {at(0), at(1), at(2), at(3), at(4), at(5)};
  } else if (operation == "T*") {
    next_line(0, -state_.leading);
  } else if (operation == "Tc") {
    state_.spacing = at(0);
  } else if (operation == "Tw") {
    state_.word_spacing = at(0);
  } else if (operation == "Tz") {
    state_.stretch = at(0) / 100;
  } else if (operation == "TL") {
    state_.leading = at(0);
  } else if (operation == "Ts") {
    state_.rise = at(0);
  } else if (operation == "Tr") {
    state_.mode = static_cast<int>(at(0));
  } else if (operation == "Tj") {
    show(last_string());
  } else if (operation == "'" || operation == "\"") {
    next_line(0, -state_.leading);
    show(last_string());
  } else if (operation == "TJ") {
    for (const Operand& one : operands_) {
      if (one.kind == Operand::Kind::string) {
        show(one.text);
      } else if (one.kind == Operand::Kind::number) {
        const double back = one.number / 1000 * state_.size * state_.stretch;
        text_ = Matrix{1, 0, 0, 1, -back, 0}.then(text_);
      }
    }
  } else {
    return false;
  }
  return true;
}

void Interpreter::object(QPDFObjectHandle resources, int depth) {
  if (operands_.empty() || !resources.isDictionary()) return;
  QPDFObjectHandle all = resources.getKey("/XObject");
  if (!all.isDictionary()) return;
  QPDFObjectHandle one = all.getKey(operands_[0].text);
  if (!one.isStream()) return;
  QPDFObjectHandle dictionary = one.getDict();
  if (dictionary.getKey("/Subtype").isNameAndEquals("/Image")) {
    const Matrix& m = state_.place;  // a picture is a unit square
    if (std::abs(m.a * m.d - m.b * m.c) > 0.25 * out_.width * out_.height) out_.has_picture = true;
    return;
  }
  if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form") || depth >= kMostForms) return;
  const State before = state_;
  const std::size_t saved = saved_.size();
  if (QPDFObjectHandle matrix = dictionary.getKey("/Matrix"); matrix.isMatrix()) {
    const auto m = matrix.getArrayAsMatrix();
    state_.place = Matrix{m.a, m.b, m.c, m.d, m.e, m.f}.then(state_.place);
  }
  QPDFObjectHandle own = dictionary.getKey("/Resources");
  run(unpacked(one, budget_), own.isDictionary() ? own : resources, depth + 1);
  saved_.resize(std::min(saved, saved_.size()));
  state_ = before;
}

void Interpreter::apply(const std::string& operation, QPDFObjectHandle resources, int depth) {
  if (operation == "Do") return object(resources, depth);
  if (apply_text(operation) || apply_path(operation) || apply_state(operation, resources)) return;
  apply_colour(operation);
}

void Interpreter::run(const std::string& content, QPDFObjectHandle resources, int depth) {
  const auto source = std::make_shared<BufferInputSource>("content", content);
  QPDFTokenizer tokens;
  tokens.allowEOF();
  operands_.clear();
  for (;;) {
    const QPDFTokenizer::Token token = tokens.readToken(source, "content", true);
    budget_.take_operator();
    Operand operand;
    switch (token.getType()) {
      case QPDFTokenizer::tt_eof:
        return;
      case QPDFTokenizer::tt_integer:
      case QPDFTokenizer::tt_real:
        operand = {.number = number_of(token.getValue()), .kind = Operand::Kind::number};
        break;
      case QPDFTokenizer::tt_string:
        operand = {.text = token.getValue(), .kind = Operand::Kind::string};
        break;
      case QPDFTokenizer::tt_name:
        operand = {.text = token.getValue(), .kind = Operand::Kind::name};
        break;
      case QPDFTokenizer::tt_word:
        if (token.getValue() == "ID") {
          tokens.expectInlineImage(source);
        } else {
          apply(token.getValue(), resources, depth);
        }
        operands_.clear();
        continue;
      default:
        continue;
    }
    // An array of TJ may be long; of other operators none is.
    if (operands_.size() < kMostOperands || operand.kind != Operand::Kind::name) {
      operands_.push_back(std::move(operand));
    }
  }
}

}  // namespace

Fonts::Found Fonts::of(QPDFObjectHandle dictionary, Budget& budget) {
  if (!dictionary.isDictionary()) return {};
  const std::pair id{dictionary.getObjectID(), dictionary.getGeneration()};
  if (id.first != 0) {
    if (const auto known = read_.find(id); known != read_.end()) {
      return {known->second.first.get(), known->second.second};
    }
  }
  auto font = std::make_unique<Font>(dictionary, budget);
  budget.take_bytes(1024);
  const Found found{font.get(), file_.fonts.size()};
  file_.fonts.push_back(font->name());
  if (id.first == 0) {
    direct_.push_back(std::move(font));
  } else {
    read_.emplace(id, std::pair{std::move(font), found.index});
  }
  return found;
}

void read_content(QPDFObjectHandle page, double left, double top, Fonts& fonts, Budget& budget,
                  Page& out) {
  // Parts of a content are one text.
  std::string content;
  for (QPDFObjectHandle& one : page.getPageContents()) content += unpacked(one, budget) + '\n';
  Interpreter interpreter(fonts, budget, out);
  interpreter.state().place = {1, 0, 0, 1, -left, out.height - top};
  QPDFObjectHandle resources = page.getKey("/Resources");
  interpreter.run(content, resources, 0);
}

}  // namespace huice::formats::pdf

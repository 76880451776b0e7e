// SPDX-License-Identifier: Apache-2.0
// The rows of every table. A wording whose slots are not those of its row does not compile.

#include "base/messages/check.h"
#include "base/messages/cli.h"
#include "base/messages/data.h"
#include "base/messages/document.h"
#include "base/messages/files.h"
#include "base/messages/formats.h"
#include "base/messages/help.h"
#include "base/messages/json.h"
#include "base/messages/load.h"
#include "base/messages/logic.h"
#include "base/messages/markdown.h"
#include "base/messages/match.h"
#include "base/messages/prose.h"
#include "base/messages/publish.h"
#include "base/messages/report.h"
#include "base/messages/template_run.h"
#include "base/messages/template_syntax.h"
#include "base/messages/view.h"
#include "base/slots.h"

namespace huice {
namespace msg {

#define HUICE_MESSAGE(name, slug, severity, slots, zh, zh_hint, en, en_hint)            \
  constinit const Entry name::entry{                                                    \
      slug, Severity::severity, {zh, en}, {zh_hint, en_hint}, #slots};                  \
  static_assert(slots_agree(#slots, zh, zh_hint), #name ": slots of the Chinese text"); \
  static_assert(slots_agree(#slots, en, en_hint), #name ": slots of the English text");
#define HUICE_PHRASE(name, slots, zh, en)                                          \
  constinit const Entry name::entry{{}, Severity::note, {zh, en}, {}, #slots};     \
  static_assert(slots_agree(#slots, zh, {}), #name ": slots of the Chinese text"); \
  static_assert(slots_agree(#slots, en, {}), #name ": slots of the English text");
#include "base/messages/all.inc"
#undef HUICE_MESSAGE
#undef HUICE_PHRASE

}  // namespace msg

const std::vector<Code>& all_codes() {
  static const std::vector<Code> codes{
#define HUICE_MESSAGE(name, ...) msg::name::code,
#define HUICE_PHRASE(...)
#include "base/messages/all.inc"
#undef HUICE_MESSAGE
#undef HUICE_PHRASE
  };
  return codes;
}

const std::vector<const Entry*>& all_phrases() {
  static const std::vector<const Entry*> phrases{
#define HUICE_MESSAGE(...)
#define HUICE_PHRASE(name, ...) &msg::name::entry,
#include "base/messages/all.inc"
#undef HUICE_MESSAGE
#undef HUICE_PHRASE
  };
  return phrases;
}

}  // namespace huice

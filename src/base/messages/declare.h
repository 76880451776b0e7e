// SPDX-License-Identifier: Apache-2.0
// Included before a table, without #pragma once: makes a type of each row. Its members are the
// slots; it turns into the Message, or a phrase into the Argument, that holds them.
//   HUICE_MESSAGE(name, slug, severity, (slots), zh, zh hint, en, en hint)
//   HUICE_PHRASE(name, (slots), zh, en)
#include "base/message.h"

#define HUICE_MEMBERS(...) __VA_OPT__(Argument __VA_ARGS__;)
#define HUICE_VALUES(...) __VA_ARGS__
#define HUICE_MESSAGE(name, slug, severity, slots, ...)                      \
  struct name {                                                              \
    HUICE_MEMBERS slots static const Entry entry;                            \
    static constexpr Code code{&entry};                                      \
    operator Message() const { return Message{code, {HUICE_VALUES slots}}; } \
  };
#define HUICE_PHRASE(name, fields, ...)                                   \
  struct name {                                                           \
    HUICE_MEMBERS fields static const Entry entry;                        \
    operator Argument() const {                                           \
      return Argument(entry.message, entry.slots, {HUICE_VALUES fields}); \
    }                                                                     \
  };

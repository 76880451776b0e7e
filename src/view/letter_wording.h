// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reply letter says of the proposal that it answers, where its record leaves that to huice:
// title, 主送 and opening, in the official forms. All words come from Words.

#include "view/scope.h"

#include <string>

namespace huice::view {

/// …人民政府关于市政协五届一次会议第188号提案的答复函; of an opinion for the lead, 会办意见.
/// REQUIRES of all three: proposal.reply.
std::string reply_title(const model::Proposal& proposal, const Reader& reader, const Words& words);

/// 白夜明、康俊莲委员： by the proposers; of an opinion, the lead: 市科学技术局：. Empty where
/// neither is recorded.
std::string reply_salutation(const model::Proposal& proposal, const Reader& reader,
                             const Words& words);

/// 您的《…》收悉。经研究，现答复如下。 你们 of several and of a body.
std::string reply_opening(const model::Proposal& proposal, const Reader& reader,
                          const Words& words);

}  // namespace huice::view

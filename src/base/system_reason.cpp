// SPDX-License-Identifier: Apache-2.0
#include "base/system_reason.h"

#include "base/messages/files.h"

#include <cerrno>
#include <system_error>

namespace huice {

Argument system_reason(int error) {
  switch (error) {
    case ENOENT:
      return msg::why_no_file{};
    case EACCES:
    case EPERM:
      return msg::why_no_permission{};
    case ENOSPC:
      return msg::why_disk_full{};
    case EDQUOT:
      return msg::why_quota{};
    case EROFS:
      return msg::why_read_only{};
    case EIO:
      return msg::why_disk_fault{};
    case ENOTDIR:
      return msg::why_no_folder{};
    case EISDIR:
      return msg::why_is_folder{};
    case EEXIST:
      return msg::why_exists{};
    case ENOTEMPTY:
      return msg::why_not_empty{};
    case EBUSY:
    case ETXTBSY:
      return msg::why_busy{};
    case ENAMETOOLONG:
      return msg::why_long_name{};
    case ELOOP:
      return msg::why_link_circle{};
    case EMFILE:
    case ENFILE:
      return msg::why_many_files{};
    case EFBIG:
      return msg::why_too_large{};
    case ENOMEM:
      return msg::why_no_memory{};
    default:
      return msg::others_words{.text = std::generic_category().message(error)};
  }
}

}  // namespace huice

// SPDX-License-Identifier: Apache-2.0
//
// The names of fonts as Word of China lists them. 小标宋 and the _GB2312 ones come with the
// office's own licence; where they are not installed, Word takes the next.
#include "document/write_docx.h"

namespace huice::document {

DocxLook usual_docx_look() {
  return {.fonts = {{{"仿宋_GB2312", {"仿宋", "FangSong", "STFangsong"}},
                     {"楷体_GB2312", {"楷体", "KaiTi", "STKaiti"}},
                     {"黑体", {"SimHei"}},
                     {"方正小标宋简体", {"方正小标宋_GBK", "华文中宋", "STZhongsong"}},
                     {"宋体", {"SimSun"}}}}};
}

}  // namespace huice::document

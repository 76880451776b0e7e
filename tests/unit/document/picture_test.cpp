// SPDX-License-Identifier: Apache-2.0
#include "document/picture.h"

#include <doctest/doctest.h>

#include <string>

using namespace huice::document;
using namespace std::string_literals;

namespace {

std::string png(const std::string& size) {
  return "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR"s + size + "\x08\x02\0\0\0"s;
}

std::string jpeg(const std::string& segments) {
  return "\xFF\xD8"s + segments;
}

const std::string kOther = "\xFF\xE0\0\x04xy"s;
const std::string kFrame = "\xFF\xC2\0\x0B\x08\x01\x02\x03\x04"s;

}  // namespace

TEST_CASE("a picture's size is read from its head") {
  const auto of_png = picture_of(png("\0\0\x02\x58\0\0\0\x64"s));
  REQUIRE(of_png);
  CHECK(of_png->kind == PictureKind::png);
  CHECK(of_png->width == 600);
  CHECK(of_png->height == 100);
  for (const std::string& bytes : {jpeg(kOther + kFrame), jpeg(kOther + "\xFF" + kFrame)}) {
    const auto of_jpeg = picture_of(bytes);
    REQUIRE(of_jpeg);
    CHECK(of_jpeg->kind == PictureKind::jpeg);
    CHECK(of_jpeg->width == 0x304);
    CHECK(of_jpeg->height == 0x102);
    CHECK(of_jpeg->bytes == bytes);
  }
}

TEST_CASE("what is cut off, of no size or something else is no picture") {
  const std::string whole = jpeg(kOther + kFrame);
  for (std::size_t i = 0; i < whole.size(); ++i) CHECK_FALSE(picture_of(whole.substr(0, i)));
  const std::string of_png = png("\0\0\0\x01\0\0\0\x01"s);
  for (std::size_t i = 0; i < 24; ++i) CHECK_FALSE(picture_of(of_png.substr(0, i)));
  CHECK_FALSE(picture_of(png("\0\0\0\0\0\0\0\x01"s)));
  CHECK_FALSE(picture_of(jpeg("\xFF\xC4\0\x0B\x08\x01\x02\x03\x04"s)));
  CHECK_FALSE(
      picture_of(jpeg("\xFF\xE0\0\0"
                      "ab"s +
                      kFrame)));
  CHECK_FALSE(picture_of("<svg/>"));
}

TEST_CASE("a picture is fitted into what there is, and keeps its form") {
  const Picture wide{PictureKind::png, "", 600, 60};
  CHECK(fitted(wide, 156, 20).width == doctest::Approx(156));
  CHECK(fitted(wide, 156, 20).height == doctest::Approx(15.6));
  const Picture tall{PictureKind::png, "", 300, 100};
  CHECK(fitted(tall, 156, 20).width == doctest::Approx(60));
  CHECK(fitted(tall, 156, 20).height == doctest::Approx(20));
}

// SPDX-License-Identifier: Apache-2.0
#pragma once

// qpdf's objects, without its old pointers and its JSON: clang 14 refuses the header of the latter
// in C++20 (a vector of a class that is not complete).

#ifndef POINTERHOLDER_TRANSITION
#define POINTERHOLDER_TRANSITION 4
#endif

#define JSON_HH
class JSON;

#include <qpdf/QPDFObjectHandle.hh>

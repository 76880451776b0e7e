#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""cmark_lines.py xml|html: a Markdown text a line, as JSON; what Debian's cmark makes of each, as JSON.

The library does what the program of that name does, in one process for thousands of texts; html is that of `--unsafe`.
"""

import ctypes
import json
import sys

UNSAFE = 1 << 17  # CMARK_OPT_UNSAFE of cmark.h

cmark = ctypes.CDLL("libcmark.so")
free = ctypes.CDLL(None).free
free.argtypes = [ctypes.c_void_p]
cmark.cmark_parse_document.restype = ctypes.c_void_p
cmark.cmark_parse_document.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.c_int]
cmark.cmark_node_free.argtypes = [ctypes.c_void_p]
for writer in (cmark.cmark_render_xml, cmark.cmark_render_html):
    writer.restype = ctypes.c_void_p
    writer.argtypes = [ctypes.c_void_p, ctypes.c_int]


def read(markdown, writer, options):
    text = markdown.encode()
    document = cmark.cmark_parse_document(text, len(text), options)
    written = writer(document, options)
    out = ctypes.string_at(written).decode()
    free(written)
    cmark.cmark_node_free(document)
    return out


def main():
    writer, options = {"xml": (cmark.cmark_render_xml, 0), "html": (cmark.cmark_render_html, UNSAFE)}[sys.argv[1]]
    for line in sys.stdin:
        print(json.dumps(read(json.loads(line), writer, options)))


if __name__ == "__main__":
    main()

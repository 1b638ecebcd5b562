#!/usr/bin/env python3
"""Gives each glyph that no character has a code of private use, from U+E000 on.

shaped.py FONT OUTPUT: the PDF library writes characters only, and shaping finds such glyphs.
"""
import sys

from fontTools.ttLib import TTFont

font = TTFont(sys.argv[1])
named = set(font.getBestCmap().values())
lone = [glyph for glyph in font.getGlyphOrder()[1:] if glyph not in named]
codes = dict(enumerate(lone, 0xE000))
if len(codes) > 0xF900 - 0xE000:
    sys.exit("more glyphs than codes of private use")
for table in font["cmap"].tables:
    if table.isUnicode():
        table.cmap.update(codes)
font.save(sys.argv[2])

#!/usr/bin/env python3
"""Copies the pair kerning of the basic Latin letters from GPOS into a kern table.

kern.py ORIGINAL REDUCED OUTPUT: the pairs of ORIGINAL are written into REDUCED, saved as OUTPUT.
"""
import sys

from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

LETTERS = [*range(0x21, 0x7F), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
VISIBLE = 8  # thousandths of an em

original, reduced = TTFont(sys.argv[1]), TTFont(sys.argv[2])
cmap, target = original.getBestCmap(), reduced.getBestCmap()
glyphs = {cmap[c]: target[c] for c in LETTERS if c in cmap and c in target}
gpos = original["GPOS"].table
lookups = sorted(
    {
        i
        for record in gpos.FeatureList.FeatureRecord
        if record.FeatureTag == "kern"
        for i in record.Feature.LookupListIndex
    }
)
pairs = {}


def add(left, right, value):
    pairs.setdefault((left, right), getattr(value, "XAdvance", 0) if value else 0)


for subtable in (s for i in lookups for s in gpos.LookupList.Lookup[i].SubTable):
    if subtable.LookupType == 9:
        subtable = subtable.ExtSubTable
    if subtable.LookupType != 2:
        continue
    for index, left in enumerate(subtable.Coverage.glyphs):
        if left not in glyphs:
            continue
        if subtable.Format == 1:
            for record in subtable.PairSet[index].PairValueRecord:
                if record.SecondGlyph in glyphs:
                    add(left, record.SecondGlyph, record.Value1)
        else:
            first = subtable.ClassDef1.classDefs.get(left, 0)
            for right in glyphs:
                second = subtable.ClassDef2.classDefs.get(right, 0)
                add(left, right, subtable.Class1Record[first].Class2Record[second].Value1)

table = KernTable_format_0()
table.apple, table.version, table.format, table.coverage, table.tupleIndex = False, 0, 0, 1, None
table.kernTable = {
    (glyphs[left], glyphs[right]): value
    for (left, right), value in pairs.items()
    if abs(value) >= VISIBLE
}
reduced["kern"] = newTable("kern")
reduced["kern"].version, reduced["kern"].kernTables = 0, [table]
reduced.save(sys.argv[3])

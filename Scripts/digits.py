#!/usr/bin/env python3
"""Writes Sources/Machines/Digits/DigitData.swift from scikit-learn's copy of the handwritten digits.

    pip download --no-deps scikit-learn
    unzip scikit_learn-*.whl sklearn/datasets/data/digits.csv.gz
    Scripts/digits.py sklearn/datasets/data/digits.csv.gz > Sources/Machines/Digits/DigitData.swift

Each row of that file has 64 grey values from 0 to 16, row by row from the upper left, and the class. A pixel
is dark here from 8 on: half of the 16 dots it stands for. At that threshold the strokes stay one or two pixels
wide and the holes of 0, 6, 8 and 9 stay open; at 4 many close, above 8 thin strokes break.
"""
import gzip
import sys

DARK = 8
A_LINE = 5

with gzip.open(sys.argv[1], "rt") as file:
    rows = [[int(float(cell)) for cell in line.split(",")] for line in file]
assert all(len(row) == 65 for row in rows)
words = [
    f"{row[64]}{sum((grey >= DARK) << pixel for pixel, grey in enumerate(row[:64])):016x}" for row in rows
]
print('''/// The digits, in the order of the original: the class, and the 64 pixels as 16 hexadecimal digits.
///
/// From E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
/// 1998, doi 10.24432/C50P49, licence CC BY 4.0; changed: a pixel is dark where its value, from 0 to 16, is at
/// least 8. Pixel i, row by row from the upper left, is bit i. Written by Scripts/digits.py; do not edit.
let digitData = """''')
for start in range(0, len(words), A_LINE):
    print("  " + " ".join(words[start : start + A_LINE]))
print('  """')

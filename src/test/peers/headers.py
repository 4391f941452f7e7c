"""Reads the headers of all files of a folder with pydicom or GDCM and prints the milliseconds of it.

usage: headers.py pydicom|gdcm FOLDER
"""

import os
import sys
import time


def with_pydicom(paths):
    import pydicom

    for path in paths:
        pydicom.dcmread(path, stop_before_pixels=True)


def with_gdcm(paths):
    import gdcm

    pixels = gdcm.Tag(0x7FE0, 0x0010)
    for path in paths:
        reader = gdcm.Reader()
        reader.SetFileName(path)
        if not reader.ReadUpToTag(pixels):
            raise SystemExit("gdcm cannot read " + path)


def main():
    program, folder = sys.argv[1:]
    paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
    read = {"pydicom": with_pydicom, "gdcm": with_gdcm}[program]
    read(paths[:20])
    times = []
    for _ in range(3):
        start = time.process_time()
        read(paths)
        times.append(time.process_time() - start)
    print("%.1f" % (1000 * sorted(times)[1]))


main()

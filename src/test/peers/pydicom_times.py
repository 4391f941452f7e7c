"""Times pydicom and prints the CPU milliseconds.

usage: pydicom_times.py pydicom FOLDER       the headers of all files below a folder
       pydicom_times.py pydicom-open FILE    a file with the bytes of its pixels
"""

import os
import sys
import time

import pydicom


def headers(folder):
    for root, _, names in os.walk(folder):
        for name in names:
            pydicom.dcmread(os.path.join(root, name), stop_before_pixels=True)


def whole(path):
    pydicom.dcmread(path).PixelData


def main():
    what, path = sys.argv[1:]
    read = {"pydicom": headers, "pydicom-open": whole}[what]
    times = []
    for _ in range(4):
        start = time.process_time()
        read(path)
        times.append(time.process_time() - start)
    print("%.1f" % (1000 * sorted(times[1:])[1]))


main()

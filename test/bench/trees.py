#!/usr/bin/python3
"""Time lxml and BeautifulSoup on pages: building the tree and finding the cells.

    trees.py ROUNDS FILE...      lines "WORK <tab> microseconds a page"

In each round every work is done on every page, and the median of the rounds is
printed.
"""
import statistics
import sys
import time

import bs4
import lxml.etree


def with_lxml(page):
    """The cells' texts, by row."""
    tree = lxml.etree.HTML(page)
    return [[cell.text for cell in row.iter("td")] for row in tree.iter("tr")]


def with_soup(page):
    """The same."""
    soup = bs4.BeautifulSoup(page, "lxml", from_encoding="utf-8")
    return [[cell.get_text() for cell in row.find_all("td")] for row in soup.find_all("tr")]


def main():
    rounds = int(sys.argv[1])
    pages = []
    for name in sys.argv[2:]:
        with open(name, "rb") as file:
            pages.append(file.read())
    times = {"lxml": [], "soup": []}
    for _ in range(rounds):
        for name, work, repeats in (("lxml", with_lxml, 20), ("soup", with_soup, 2)):
            start = time.perf_counter()
            for _ in range(repeats):
                for page in pages:
                    if len(work(page)) < 30:
                        sys.exit("trees.py: rows are missing")
            times[name].append((time.perf_counter() - start) / repeats / len(pages) * 1e6)
    for name, values in times.items():
        print("%s\t%.3f" % (name, statistics.median(values)))


main()

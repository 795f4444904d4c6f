#!/usr/bin/python3
"""Compare the rows that the core finds in HTML with those of html5lib.

    compare.py PRINT_ROWS [PAGES [SEED]]

html5lib builds the tree that the HTML standard prescribes, for damaged pages as
well; that is why it is the measure here, although other parsers are faster.  The
rules of test/html/README.md then say which of the tree's cells are rows and what
counts as their text.  PRINT_ROWS is the program made from print_rows.c.

PAGES of each kind are drawn at random from the seed: sound ones, ones with random
damage, and hostile ones.  What differs is printed, and the exit status is 1.  In
the environment, SHOW is how many differences are printed, and PAGES makes their
pages be printed as well.
"""
import os
import random
import re
import subprocess
import sys
import tempfile
import warnings
from collections import Counter

import html5lib
from html5lib.constants import entities as html5

warnings.simplefilter("ignore")

SPACES = "\t\n\v\f\r \x85\xa0\u3000\ufeff\u2028\u2029\u202f\u205f\u2060" + \
    "".join(map(chr, range(0x2000, 0x200e)))
BLOCKS = set("""address article aside blockquote body center dd details dialog dir div dl dt
    fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html
    legend li listing main menu nav ol optgroup option p pre search section summary ul br caption
    table thead tbody tfoot tr td th col colgroup title""".split())
OBJECTS = set("img image embed object canvas video audio svg select textarea iframe input".split())
UNSHOWN = set("script style noscript noembed noframes xmp template select textarea iframe rt rp".split())
STRUCK = set("del s strike".split())
RAISED = set("sup sub".split())
TABLE_TAGS = set("table caption col colgroup thead tbody tfoot tr td th".split())
SPACE_RUN = re.compile("[%s]+" % SPACES)
HIDDEN = re.compile("(?<!type=)hidden|none|hide:|line-through|font-size|<(s|del|strike)>", re.IGNORECASE)
OBJECT = "\ufffc"
DOUBT = "\ufffd"

# ---- the measure: rows of html5lib's tree ----


def local(node):
    """The name of an element; comments have none."""
    return node.tag if isinstance(node.tag, str) else None


def look(node):
    """How attributes make an element look: usual, apart, struck or hidden."""
    style = node.get("style") or ""
    if local(node) in ("html", "body"):
        return "usual"
    if node.get("hidden") is not None:
        return "hidden"
    if local(node) in STRUCK:
        return "struck"
    result = "usual"
    for declaration in style.lower().split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if (name == "display" and value.startswith("none")) or \
           (name == "visibility" and value.startswith(("hidden", "collapse"))) or \
           (name == "mso-hide" and value.startswith("all")):
            return "hidden"
        if name.startswith("text-decoration") and "line-through" in value:
            result = "struck"
        elif result == "usual" and (
                (name == "display" and not value.startswith(("in", "un", "contents"))) or
                (name == "vertical-align" and value.startswith("su")) or
                (name == "float" and not value.startswith("none")) or
                (name == "position" and value.startswith(("absolute", "fixed")))):
            result = "apart"
    return result


def size(node, outer):
    """Whether the text of an element has a size."""
    found = outer
    for declaration in (node.get("style") or "").lower().split(";"):
        name, _, value = (part.strip() for part in declaration.partition(":"))
        if name == "font-size" and value != "inherit":
            found = re.match("[0.]*0[0.]*(?![1-9.0])", value) is None
    return found


def is_hidden(node):
    """True for an element that is not shown."""
    return look(node) in ("hidden", "struck")


def has_table(node):
    """True if a table is shown within a node."""
    return any(not (local(child) is None or is_hidden(child) or local(child) in UNSHOWN) and
               (local(child) == "table" or has_table(child)) for child in node)


def cell_text(node, out, top=False, shown=True):
    """Append the text of a cell to a list."""
    name = local(node)
    shown = shown if name is None else size(node, shown)
    if not top:
        if name is None:
            pass
        elif name in OBJECTS and look(node) != "hidden" and \
                not (name == "input" and (node.get("type") or "").lower() == "hidden"):
            out.append(OBJECT)
        if name is None or name in UNSHOWN or name == "title" or name in STRUCK or \
           look(node) in ("hidden", "struck"):
            if name in BLOCKS:
                out.append(" ")
            return
    apart = not top and (name in BLOCKS or name in RAISED or look(node) == "apart")
    if apart:
        out.append(" ")
    out.append(node.text or "" if shown else "")
    for child in node:
        cell_text(child, out, False, shown)
        out.append(child.tail or "" if shown else "")
    if apart:
        out.append(" ")


def squeeze(text):
    """A text with single blanks for white space."""
    return SPACE_RUN.sub(" ", text).strip(" ")


class Walk:
    """The rows of a tree, and the characters outside of them."""

    def __init__(self):
        self.rows = []
        self.rest = []

    def row(self, node, shown):
        """Take a row of a table, if it is one of cells."""
        cells = []
        if any(local(child) in ("td", "th") and not is_hidden(child) and has_table(child) for child in node) or \
           has_table(node):
            return False
        outside = []
        for child in node:
            if local(child) in ("td", "th"):
                kind = look(child)
                if kind != "hidden":
                    out = []
                    if kind != "struck":
                        cell_text(child, out, True, shown)
                    cells.append("".join(out))
            else:
                outside.append(child)
        if len(cells) == 1:
            self.rest.append(cells[0].replace(OBJECT, "").replace(DOUBT, ""))
        elif len(cells) > 0:
            self.rows.append([squeeze(cell) for cell in cells])
        for part in outside:
            self.walk(part, shown)
        return True

    def walk(self, node, shown=True, in_cell=False):
        """Take a node and what is in it."""
        name = local(node)
        if name is None or name in UNSHOWN or (name == "title" and in_cell) or is_hidden(node):
            return
        shown = size(node, shown)
        if name == "tr" and self.row(node, shown):
            return
        self.rest.append(node.text or "" if shown else "")
        for child in node:
            self.walk(child, shown, in_cell or name in ("td", "th"))
            self.rest.append(child.tail or "" if shown else "")


def measure(page):
    """The rows of a page, its other characters, and whether it is comparable: html5lib
    puts some of what is misplaced in a table into the table instead of before it, which
    matters where something is hidden."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"),
                                 namespaceHTMLElements=False)
    tree = parser.parse(page, scripting=True)
    walk = Walk()
    walk.walk(tree)
    ignored = any(code == "unexpected-start-tag-ignored" and
                  data.get("name") in TABLE_TAGS for _, code, data in parser.errors)
    in_select = any("select" in code and data.get("name") in TABLE_TAGS
                    for _, code, data in parser.errors)
    misplaced = HIDDEN.search(page) is not None and any("voodoo" in code for code, *_ in (e[1:] for e in parser.errors))
    unknown = any(name in html5 and name not in NAMED for name in re.findall("&([A-Za-z0-9]+;)", page))
    return walk.rows, Counter(SPACE_RUN.sub("", "".join(walk.rest).replace(DOUBT, ""))), not (ignored or in_select or unknown or misplaced)


# ---- ours ----


def unescape(cell):
    """A cell as print_rows wrote it."""
    return re.sub(r"\\(.)", lambda m: {"n": "\n", "t": "\t", "\\": "\\"}[m.group(1)], cell)


def read_rows(output):
    """The rows of each page in the program's output."""
    pages = []
    rows, rest = [], []
    for line in output.split("\n"):
        kind, *cells = line.split("\t")
        cells = [unescape(cell) for cell in cells]
        if kind in ("text", "html", "tables", "docx"):
            source = kind
        elif kind == ".":
            pages.append((source, rows, Counter(SPACE_RUN.sub("", "".join(rest)))))
            rows, rest = [], []
        elif kind.startswith("row") and len(cells) > 1:
            rows.append([squeeze(cell) for cell in cells])
        else:
            rest.extend(cell.replace(OBJECT, "").replace(DOUBT, "") for cell in cells)
    return pages


# ---- pages ----

LABELS = ["规章", "行政规范性文件", "行政许可", "一、本年新收政府信息公开申请数量", "（一）予以公开",
          "1.属于国家秘密", "总计", "自然人", "信息内容", "本年制发件数", "其他"]
PROSE = ["一、总体情况", "2023年，我镇认真贯彻落实《条例》。", "二、主动公开政府信息情况", "首页", "打印", "a < b",
         "x & y", "1 &lt; 2"]
NAMED = sorted(name for name in (
    "nbsp; lt; gt; amp; quot; apos; copy; reg; middot; ensp; emsp; thinsp; ldquo; rdquo; hellip; mdash; "
    "ndash; times; divide; yen; sect; para; bull; plusmn; deg; frac12; sup2; Alpha; rarr; le; ge; ne; "
    "infin; trade; comma; period; lpar; rpar; num; percnt; plus; equals; hyphen; dash; Tab; NewLine; "
    "nbsp lt gt amp quot copy reg middot yen sect para deg times AMP LT GT").split())


class Pages:
    """Pages drawn at random."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.tidy = True        # what is hidden has its end tags

    def chance(self, probability):
        return self.random.random() < probability

    def reference(self):
        """A character reference."""
        kind = self.random.randrange(10)
        if kind < 6:
            return "&" + self.random.choice(NAMED)
        if kind < 8:
            return "&#%d;" % self.random.choice([48, 53, 160, 8195, 12288, 19968, 0x80, 0x96, 0, 55296, 1114112])
        return "&#x%x%s" % (self.random.choice([0x30, 0x35, 0xa0, 0x4e00, 0xfeff]), self.random.choice([";", " "]))

    def number(self):
        """A value, written in one of many ways."""
        digits = str(self.random.choice([0, 0, 0, 1, 2, 15, 204, 1204]))
        way = self.random.randrange(16)
        if way == 0:
            digits = "&nbsp;" + digits + "&nbsp;"
        elif way == 1:
            digits = "".join("<span lang=EN-US>%s</span>" % d for d in digits)
        elif way == 2:
            digits = "".join("&#%d;" % ord(d) for d in digits)
        elif way == 3:
            digits = "<b><font color='#000'>%s</font></b>" % digits
        elif way == 4:
            digits = "<p class=\"a>b\" title='<td>'>%s<o:p></o:p></p>" % digits
        elif way == 5:
            digits = digits + "<!-- <td>7</td> -->"
        elif way == 6:
            digits = "<div>\n  " + digits + "\n</div>"
        elif way == 7:
            digits = digits + self.reference()
        elif way == 8:
            digits = ""
        return digits

    def oddity(self):
        """Something in a cell that is not simply its text."""
        return self.random.choice([
            "<sup>1</sup>", "<sub>2</sub>", "<del>3</del>", "<s>4</s>", "<span style='display: none'>5</span>",
            "<span hidden>6</span>", "<span style=\"color:red;TEXT-DECORATION:line-through\">7</span>",
            "<span style='mso-hide:all'>8</span>", "<p style='display:none'>9</p>", "<br>", "<br/>", "<wbr>", "<hr>",
            "<img src=a.gif>", "<input type=text value=5>", "<input type=hidden value=5>",
            "<script>document.write('<td>5</td>')</script>", "<style>td{}</style>", "<noscript><td>5</td></noscript>",
            "<textarea><td>5</textarea>", "<select><option>5<option>6</select>", "<ruby>公<rp>(</rp><rt>gong</rt><rp>)</rp></ruby>",
            "<ul><li>一<li>二</ul>", "<p>一<p>二", "<iframe><td>5</iframe>",
            "<span style='display:block'>5</span>", "<span style='float:right'>5</span>", "<a href=?a=1&b=2>链接</a>",
            "<![CDATA[ <b> ]]>", "<?php echo 5 ?>", "</p>", "</br>", "<font><b>1</font>2</b>", "<div style='x'>5</div>",
            "<title>7</title>", "<script><!-- <script> </script> <td>9</td> --></script>"])

    def cell(self, label, depth):
        """A cell with its tags; the end tag may be missing."""
        tag = self.random.choice(["td", "td", "td", "TD", "th"])
        attributes = self.random.choice(["", "", "", " colspan=2", " rowspan=\"3\"", " class='x y'", " style=\"width:10%\"",
                                         " nowrap", " width=10% align = center", " title='a>b'"])
        if self.chance(0.01):
            attributes += self.random.choice([" hidden", " style='display:none'"])
        text = self.random.choice(LABELS) if label else self.number()
        if self.chance(0.06):
            text += self.oddity()
        if self.chance(0.02):
            text = self.oddity() + text
        if self.chance(0.03) and depth < 3:
            text += self.table(depth + 1)
        if self.chance(0.01) and depth < 2:
            text += self.hidden_part(2)
        end = "</%s>" % tag if self.chance(0.85) else ""
        return "<%s%s>%s%s%s" % (tag, attributes, text, end, self.random.choice(["", "", "\n", "\r\n  ", "&nbsp;"]))

    def row(self, depth):
        """A row of cells."""
        cells = [self.cell(i == 0 or self.chance(0.1), depth) for i in range(self.random.randrange(1, 10))]
        attributes = " style='display:none'" if self.chance(0.01) else self.random.choice(["", "", " height=30"])
        return "<tr%s>\n%s%s" % (attributes, "".join(cells), "</tr>\n" if self.chance(0.85) else "")

    def table(self, depth=0):
        """A table."""
        out = ["<table border=1 width=\"100%\">"]
        if self.chance(0.2):
            out.append("<caption>表</caption>")
        if self.chance(0.2):
            out.append("<colgroup><col width=1><col></colgroup>")
        rows = [self.row(depth) for _ in range(self.random.randrange(1, 6))]
        if self.chance(0.5):
            section = self.random.choice(["tbody", "thead", "tfoot"])
            hidden = " hidden" if self.chance(0.03) else ""
            rows = ["<%s%s>" % (section, hidden)] + rows + (["</%s>" % section] if self.chance(0.8) else [])
        if self.chance(0.1):
            rows.insert(self.random.randrange(len(rows)), self.random.choice(
                ["stray", "<p>stray", "<form>", "<input type=hidden>", "<tr></tr>", "<!-- -->", "<script>1</script>"]))
        if self.chance(0.04):
            out[0] = out[0].replace("<table", "<table" + self.hidden())
        return "".join(out + rows) + ("</table>\n" if self.chance(0.95) else "")

    def hidden(self):
        """Attributes of an element that is not shown."""
        return self.random.choice([" hidden", " style='display:none'", " style=\"color:red; DISPLAY : none !important\"",
                                   " style=visibility:hidden", " style='mso-hide:all'", " HIDDEN=''",
                                   " style='text-decoration: line-through'"])

    def hidden_part(self, depth=0):
        """Something that is not shown, with what is in it; end tags may be missing."""
        name = self.random.choice("div div section p span a b font i s del li ul h2 form button pre dd center u nobr".split())
        attributes = self.hidden() if name not in ("s", "del") or self.chance(0.2) else ""
        if self.chance(0.1):
            attributes = " style='font-size:%s'" % self.random.choice(["0", "0px", "0.0pt", "9px", "inherit", ".5em"])
        out = ["<%s%s>" % (name, attributes)]
        for _ in range(self.random.randrange(1, 4)):
            kind = self.random.randrange(6)
            if kind == 0 and depth < 3:
                out.append(self.hidden_part(depth + 1))
            elif kind == 1:
                table = self.table(2)
                out.append(table + ("</table>" if self.tidy and not table.endswith("</table>\n") else ""))
            elif kind == 2:
                out.append(self.oddity())
            elif kind == 3:
                inner = self.random.choice("b i span p div li a s font".split())
                out.append("<%s>x%s" % (inner, "</%s>" % inner if self.tidy or self.chance(0.6) else ""))
            else:
                out.append(self.prose())
        out = "".join(out)
        if self.tidy:
            return out + "</%s>" % name + self.random.choice(["", "y"])
        return out + ("</%s>" % name if self.chance(0.85) else "") + self.random.choice(["", "", "y", "</p>", "</div>"])

    def prose(self):
        """Text outside of tables."""
        text = self.random.choice(PROSE) + (self.reference() if self.chance(0.3) else "")
        return self.random.choice(["<p>%s</p>", "<p>%s", "<div>%s</div>", "%s<br>", "<h2>%s</h2>", "<ul><li>%s</ul>",
                                   "<a href=x>%s</a>", "<span>%s</span>"]) % text

    def page(self):
        """A sound page, or nearly so."""
        body = []
        for _ in range(self.random.randrange(1, 6)):
            body.append(self.prose())
            if self.chance(0.15):
                body.append(self.hidden_part())
            if self.chance(0.6):
                body.append(self.table())
        if self.chance(0.3):
            body = ["<table><tr><td>"] + body + ["</td></tr></table>"]
        head = self.random.choice(["<!DOCTYPE html>\n<html><head><title>年度报告 &amp; x</title></head><body>",
                                   "<HTML><BODY>", "<html>\n<meta charset=utf-8>\n<style>td > p { }</style>\n"])
        return head + "".join(body) + "</body></html>\n"

    def soup(self):
        """Tags without any order."""
        tags = ["<table>", "</table><table>", "<tr>", "</tr>", "<td>", "</td>", "<th>", "</th>", "<tbody>", "</tbody>", "<thead>",
                "</thead>", "<tfoot>", "</tfoot>", "<caption>", "</caption>", "<col>", "<colgroup>", "</colgroup>", "<p>",
                "</p>", "<div>", "</div>", "<br>", "<b>", "</b>", "<span>", "</span>", "<form>", "</form>", "<!-- <td> -->",
                "<script><td></script>", "<style></td></style>", "&nbsp;", " ", "<td colspan=2>", "<input type=hidden>",
                "<li>", "</ul>", "</body>", "</html>", "<a href='>'>", "</a>", "<td title=\"a>b\">", "</td >", "<tr/>", "<td/>"]
        if self.chance(0.5):
            tags += ["<div hidden>", "<p hidden>", "<span hidden>", "<b hidden>", "<s>", "</s>", "<del>", "</del>",
                     "<td hidden>", "<font style='font-size:0'>", "</font>"]
        out = ["<!DOCTYPE html><body><table>"]
        for _ in range(self.random.randrange(5, 120)):
            out.append(self.random.choice(tags))
            if self.chance(0.5):
                out.append(self.random.choice(LABELS + ["0", "1", "204", "&#53;", "x"]))
        return "".join(out)

    def damage(self, page):
        """A page with random damage."""
        for _ in range(self.random.randrange(1, 4)):
            tags = [m.span() for m in re.finditer("<[^<>]*>", page)]
            start, end = self.random.choice(tags)
            if self.random.randrange(8) == 0:
                page = page[:self.random.randrange(len(page))]
            elif self.random.randrange(3) == 0:
                page = page[:start] + page[end:]
            elif self.random.randrange(3) == 0:
                page = page[:start] + page[start:end] + page[start:]
            elif self.random.randrange(3) == 0:
                where = self.random.randrange(len(page))
                page = page[:where] + self.random.choice("<>&\"'/=!-? ;") + page[where:]
            elif self.random.randrange(2) == 0:
                page = page[:start] + self.random.choice(
                    ["</td>", "</th>", "</tr>", "</table>", "</tbody>", "</thead>", "<td>", "<tr>", "<tbody>", "<caption>",
                     "</caption>", "<col>", "</p>", "<p>", "</div>", "<table>", "<!--", "<b>", "</span>", "</body>"]) + page[start:]
            else:
                where = self.random.randrange(len(page))
                page = page[:where] + page[where + self.random.randrange(1, 20):]
            if not re.search("<[^<>]*>", page):
                break
        return page


# ---- comparing ----


def same_cell(ours, theirs, sound):
    """True if a cell is the same.  In damaged pages ours may say that it is doubtful,
    or keep apart what a misplaced tag stands between; it may not join anything."""
    return ours == theirs or (not sound and (
        DOUBT in ours or (ours.replace(" ", "") == theirs.replace(" ", "") and ours.count(" ") > theirs.count(" "))))


def same_rows(ours, theirs, sound):
    """True if all rows are the same."""
    return len(ours) == len(theirs) and all(
        len(a) == len(b) and all(same_cell(x, y, sound) for x, y in zip(a, b)) for a, b in zip(ours, theirs))


def compare(program, pages, sound):
    """Compare a batch of pages; returns how many differ, and how many were compared."""
    differ = compared = cells = 0
    with tempfile.TemporaryDirectory() as directory:
        names = []
        for i, page in enumerate(pages):
            names.append(os.path.join(directory, "%d.html" % i))
            with open(names[-1], "w", encoding="utf-8", newline="") as file:
                file.write(page)
        output = subprocess.run([program] + names, check=True, capture_output=True).stdout.decode("utf-8", "replace")
    for page, (source, rows, rest) in zip(pages, read_rows(output)):
        expected_rows, expected_rest, comparable = measure(page)
        if not comparable or source == "text":
            continue
        compared += 1
        cells += sum(map(len, rows))
        if not same_rows(rows, expected_rows, sound) or rest != expected_rest:
            differ += 1
            if differ <= int(os.environ.get("SHOW", "3")):
                if "PAGES" in os.environ:
                    print("---- page:\n%s\n---- differs:" % page)
                for ours, theirs in zip(rows + [None] * 99, expected_rows + [None] * 99):
                    if ours != theirs:
                        print("ours:     %s\nhtml5lib: %s" % (ours, theirs))
                        break
                if rest != expected_rest:
                    print("only ours:     %s\nonly html5lib: %s" % (dict(rest - expected_rest), dict(expected_rest - rest)))
    return differ, compared, cells


def main():
    program = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 500
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    pages = Pages(seed)
    sound = [pages.page() for _ in range(count)]
    pages.tidy = False
    batches = [("sound", sound), ("untidy", [pages.page() for _ in range(count)]),
               ("damaged", [pages.damage(pages.page()) for _ in range(count)]),
               ("hostile", [pages.soup() for _ in range(count)])]
    failed = False
    for name, batch in batches:
        differ, compared, cells = compare(program, batch, name == "sound")
        print("%s pages: %d, compared %d with %d cells, %d differ" % (name, len(batch), compared, cells, differ))
        failed = failed or differ > 0
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

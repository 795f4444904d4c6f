/*
 * entity.c
 *		Character references of HTML and XML.
 *
 * The names are those of HTML 4 and what else occurs of HTML 5's: punctuation,
 * spaces and signs.  A name that is not among them stays as it is written, and
 * then is no part of a number.
 */
#include "core/markup.h"

#include <string.h>

#include "core/chars.h"

/* The name counts without a semicolon, too, whatever follows it. */
#define OPEN 0x8000000u

#define MAX_OPEN_NAME 6
#define MAX_NAME 21

typedef struct named_character
{
	const char *name;
	uint32_t	character;		/* with the flag above */
} named_character;

/* Sorted by name; the source is the list in the HTML standard. */
static const named_character names[] = {
	{"AElig", 0x00C6 | OPEN}, {"AMP", 0x0026 | OPEN}, {"Aacute", 0x00C1 | OPEN},
	{"Acirc", 0x00C2 | OPEN}, {"Agrave", 0x00C0 | OPEN}, {"Alpha", 0x0391},
	{"Aring", 0x00C5 | OPEN}, {"Atilde", 0x00C3 | OPEN}, {"Auml", 0x00C4 | OPEN},
	{"Beta", 0x0392}, {"COPY", 0x00A9 | OPEN}, {"Ccedil", 0x00C7 | OPEN}, {"Chi", 0x03A7},
	{"CloseCurlyDoubleQuote", 0x201D}, {"CloseCurlyQuote", 0x2019}, {"Dagger", 0x2021},
	{"Delta", 0x0394}, {"ETH", 0x00D0 | OPEN}, {"Eacute", 0x00C9 | OPEN},
	{"Ecirc", 0x00CA | OPEN}, {"Egrave", 0x00C8 | OPEN}, {"Epsilon", 0x0395}, {"Eta", 0x0397},
	{"Euml", 0x00CB | OPEN}, {"GT", 0x003E | OPEN}, {"Gamma", 0x0393}, {"Hat", 0x005E},
	{"Iacute", 0x00CD | OPEN}, {"Icirc", 0x00CE | OPEN}, {"Igrave", 0x00CC | OPEN},
	{"Iota", 0x0399}, {"Iuml", 0x00CF | OPEN}, {"Kappa", 0x039A}, {"LT", 0x003C | OPEN},
	{"Lambda", 0x039B}, {"MediumSpace", 0x205F}, {"Mu", 0x039C}, {"NewLine", 0x000A},
	{"NoBreak", 0x2060}, {"NonBreakingSpace", 0x00A0}, {"Ntilde", 0x00D1 | OPEN},
	{"Nu", 0x039D}, {"OElig", 0x0152}, {"Oacute", 0x00D3 | OPEN}, {"Ocirc", 0x00D4 | OPEN},
	{"Ograve", 0x00D2 | OPEN}, {"Omega", 0x03A9}, {"Omicron", 0x039F},
	{"OpenCurlyDoubleQuote", 0x201C}, {"OpenCurlyQuote", 0x2018}, {"Oslash", 0x00D8 | OPEN},
	{"Otilde", 0x00D5 | OPEN}, {"Ouml", 0x00D6 | OPEN}, {"Phi", 0x03A6}, {"Pi", 0x03A0},
	{"Prime", 0x2033}, {"Psi", 0x03A8}, {"QUOT", 0x0022 | OPEN}, {"REG", 0x00AE | OPEN},
	{"Rho", 0x03A1}, {"Scaron", 0x0160}, {"Sigma", 0x03A3}, {"THORN", 0x00DE | OPEN},
	{"TRADE", 0x2122}, {"Tab", 0x0009}, {"Tau", 0x03A4}, {"Theta", 0x0398},
	{"Uacute", 0x00DA | OPEN}, {"Ucirc", 0x00DB | OPEN}, {"Ugrave", 0x00D9 | OPEN},
	{"Upsilon", 0x03A5}, {"Uuml", 0x00DC | OPEN}, {"Xi", 0x039E}, {"Yacute", 0x00DD | OPEN},
	{"Yuml", 0x0178}, {"ZeroWidthSpace", 0x200B}, {"Zeta", 0x0396}, {"aacute", 0x00E1 | OPEN},
	{"acirc", 0x00E2 | OPEN}, {"acute", 0x00B4 | OPEN}, {"aelig", 0x00E6 | OPEN},
	{"agrave", 0x00E0 | OPEN}, {"alefsym", 0x2135}, {"alpha", 0x03B1}, {"amp", 0x0026 | OPEN},
	{"and", 0x2227}, {"ang", 0x2220}, {"apos", 0x0027}, {"aring", 0x00E5 | OPEN},
	{"ast", 0x002A}, {"asymp", 0x2248}, {"atilde", 0x00E3 | OPEN}, {"auml", 0x00E4 | OPEN},
	{"bdquo", 0x201E}, {"beta", 0x03B2}, {"blacksquare", 0x25AA}, {"blank", 0x2423},
	{"block", 0x2588}, {"boxh", 0x2500}, {"boxv", 0x2502}, {"brvbar", 0x00A6 | OPEN},
	{"bsol", 0x005C}, {"bull", 0x2022}, {"bullet", 0x2022}, {"cap", 0x2229},
	{"ccedil", 0x00E7 | OPEN}, {"cedil", 0x00B8 | OPEN}, {"cent", 0x00A2 | OPEN},
	{"centerdot", 0x00B7}, {"check", 0x2713}, {"chi", 0x03C7}, {"cir", 0x25CB},
	{"circ", 0x02C6}, {"circledR", 0x00AE}, {"clubs", 0x2663}, {"colon", 0x003A},
	{"comma", 0x002C}, {"commat", 0x0040}, {"cong", 0x2245}, {"copy", 0x00A9 | OPEN},
	{"crarr", 0x21B5}, {"cross", 0x2717}, {"cup", 0x222A}, {"curren", 0x00A4 | OPEN},
	{"dArr", 0x21D3}, {"dagger", 0x2020}, {"darr", 0x2193}, {"dash", 0x2010},
	{"deg", 0x00B0 | OPEN}, {"delta", 0x03B4}, {"diams", 0x2666}, {"divide", 0x00F7 | OPEN},
	{"dollar", 0x0024}, {"dtri", 0x25BF}, {"dtrif", 0x25BE}, {"eacute", 0x00E9 | OPEN},
	{"ecirc", 0x00EA | OPEN}, {"egrave", 0x00E8 | OPEN}, {"empty", 0x2205}, {"emsp", 0x2003},
	{"emsp13", 0x2004}, {"emsp14", 0x2005}, {"ensp", 0x2002}, {"epsilon", 0x03B5},
	{"equals", 0x003D}, {"equiv", 0x2261}, {"eta", 0x03B7}, {"eth", 0x00F0 | OPEN},
	{"euml", 0x00EB | OPEN}, {"euro", 0x20AC}, {"excl", 0x0021}, {"exist", 0x2203},
	{"female", 0x2640}, {"fnof", 0x0192}, {"forall", 0x2200}, {"frac12", 0x00BD | OPEN},
	{"frac14", 0x00BC | OPEN}, {"frac34", 0x00BE | OPEN}, {"frasl", 0x2044}, {"gamma", 0x03B3},
	{"ge", 0x2265}, {"grave", 0x0060}, {"gt", 0x003E | OPEN}, {"hArr", 0x21D4},
	{"hairsp", 0x200A}, {"harr", 0x2194}, {"hearts", 0x2665}, {"hellip", 0x2026},
	{"horbar", 0x2015}, {"hyphen", 0x2010}, {"iacute", 0x00ED | OPEN},
	{"icirc", 0x00EE | OPEN}, {"iexcl", 0x00A1 | OPEN}, {"igrave", 0x00EC | OPEN},
	{"image", 0x2111}, {"infin", 0x221E}, {"int", 0x222B}, {"iota", 0x03B9},
	{"iquest", 0x00BF | OPEN}, {"isin", 0x2208}, {"iuml", 0x00EF | OPEN}, {"kappa", 0x03BA},
	{"lArr", 0x21D0}, {"lambda", 0x03BB}, {"lang", 0x27E8}, {"laquo", 0x00AB | OPEN},
	{"larr", 0x2190}, {"lbrace", 0x007B}, {"lbrack", 0x005B}, {"lceil", 0x2308},
	{"lcub", 0x007B}, {"ldquo", 0x201C}, {"ldquor", 0x201E}, {"le", 0x2264},
	{"lfloor", 0x230A}, {"lowast", 0x2217}, {"lowbar", 0x005F}, {"loz", 0x25CA},
	{"lpar", 0x0028}, {"lrm", 0x200E}, {"lsaquo", 0x2039}, {"lsqb", 0x005B}, {"lsquo", 0x2018},
	{"lsquor", 0x201A}, {"lt", 0x003C | OPEN}, {"ltri", 0x25C3}, {"ltrif", 0x25C2},
	{"macr", 0x00AF | OPEN}, {"male", 0x2642}, {"mdash", 0x2014}, {"micro", 0x00B5 | OPEN},
	{"middot", 0x00B7 | OPEN}, {"minus", 0x2212}, {"mldr", 0x2026}, {"mu", 0x03BC},
	{"nabla", 0x2207}, {"nbsp", 0x00A0 | OPEN}, {"ndash", 0x2013}, {"ne", 0x2260},
	{"ni", 0x220B}, {"nldr", 0x2025}, {"not", 0x00AC | OPEN}, {"notin", 0x2209},
	{"nsub", 0x2284}, {"ntilde", 0x00F1 | OPEN}, {"nu", 0x03BD}, {"num", 0x0023},
	{"numero", 0x2116}, {"numsp", 0x2007}, {"oacute", 0x00F3 | OPEN}, {"ocirc", 0x00F4 | OPEN},
	{"oelig", 0x0153}, {"ograve", 0x00F2 | OPEN}, {"oline", 0x203E}, {"omega", 0x03C9},
	{"omicron", 0x03BF}, {"oplus", 0x2295}, {"or", 0x2228}, {"ordf", 0x00AA | OPEN},
	{"ordm", 0x00BA | OPEN}, {"oslash", 0x00F8 | OPEN}, {"otilde", 0x00F5 | OPEN},
	{"otimes", 0x2297}, {"ouml", 0x00F6 | OPEN}, {"para", 0x00B6 | OPEN}, {"part", 0x2202},
	{"percnt", 0x0025}, {"period", 0x002E}, {"permil", 0x2030}, {"perp", 0x22A5},
	{"phi", 0x03C6}, {"phone", 0x260E}, {"pi", 0x03C0}, {"piv", 0x03D6}, {"plus", 0x002B},
	{"plusmn", 0x00B1 | OPEN}, {"pound", 0x00A3 | OPEN}, {"prime", 0x2032}, {"prod", 0x220F},
	{"prop", 0x221D}, {"psi", 0x03C8}, {"puncsp", 0x2008}, {"quest", 0x003F},
	{"quot", 0x0022 | OPEN}, {"rArr", 0x21D2}, {"radic", 0x221A}, {"rang", 0x27E9},
	{"raquo", 0x00BB | OPEN}, {"rarr", 0x2192}, {"rbrace", 0x007D}, {"rbrack", 0x005D},
	{"rceil", 0x2309}, {"rcub", 0x007D}, {"rdquo", 0x201D}, {"rdquor", 0x201D},
	{"real", 0x211C}, {"reg", 0x00AE | OPEN}, {"rfloor", 0x230B}, {"rho", 0x03C1},
	{"rlm", 0x200F}, {"rpar", 0x0029}, {"rsaquo", 0x203A}, {"rsqb", 0x005D}, {"rsquo", 0x2019},
	{"rtri", 0x25B9}, {"rtrif", 0x25B8}, {"sbquo", 0x201A}, {"scaron", 0x0161},
	{"sdot", 0x22C5}, {"sect", 0x00A7 | OPEN}, {"semi", 0x003B}, {"shy", 0x00AD | OPEN},
	{"sigma", 0x03C3}, {"sigmaf", 0x03C2}, {"sim", 0x223C}, {"sol", 0x002F},
	{"spades", 0x2660}, {"squ", 0x25A1}, {"square", 0x25A1}, {"squarf", 0x25AA},
	{"star", 0x2606}, {"starf", 0x2605}, {"sub", 0x2282}, {"sube", 0x2286}, {"sum", 0x2211},
	{"sup", 0x2283}, {"sup1", 0x00B9 | OPEN}, {"sup2", 0x00B2 | OPEN}, {"sup3", 0x00B3 | OPEN},
	{"supe", 0x2287}, {"szlig", 0x00DF | OPEN}, {"tau", 0x03C4}, {"there4", 0x2234},
	{"theta", 0x03B8}, {"thetasym", 0x03D1}, {"thinsp", 0x2009}, {"thorn", 0x00FE | OPEN},
	{"tilde", 0x02DC}, {"times", 0x00D7 | OPEN}, {"trade", 0x2122}, {"uArr", 0x21D1},
	{"uacute", 0x00FA | OPEN}, {"uarr", 0x2191}, {"ucirc", 0x00FB | OPEN},
	{"ugrave", 0x00F9 | OPEN}, {"uml", 0x00A8 | OPEN}, {"upsih", 0x03D2}, {"upsilon", 0x03C5},
	{"utri", 0x25B5}, {"utrif", 0x25B4}, {"uuml", 0x00FC | OPEN}, {"verbar", 0x007C},
	{"vert", 0x007C}, {"weierp", 0x2118}, {"xi", 0x03BE}, {"yacute", 0x00FD | OPEN},
	{"yen", 0x00A5 | OPEN}, {"yuml", 0x00FF | OPEN}, {"zeta", 0x03B6}, {"zwj", 0x200D},
	{"zwnj", 0x200C},
};

#define NAME_COUNT ((int) (sizeof(names) / sizeof(names[0])))

/* What the numbers from 0x80 to 0x9F stand for: they are taken for Windows-1252. */
static const uint16_t windows_1252[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

/* Find a name; NULL if it is not known. */
static const named_character *
find_name(const char *name, size_t len)
{
	int			low = 0;
	int			high = NAME_COUNT - 1;

	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			order = strncmp(name, names[middle].name, len);

		if (order == 0 && names[middle].name[len] != '\0')
			order = -1;
		if (order == 0)
			return &names[middle];
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return NULL;
}

/* The value of a digit, or -1. */
static int
digit_value(char c, int base)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (base == 16 && c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (base == 16 && c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

/* True for the letters and digits that names are made of. */
static bool
is_name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Decode a number, after "&#". */
static uint32_t
decode_number(const char **p, const char *end, bool xml)
{
	const char *q = *p;
	uint32_t	c = 0;
	int			base = 10;
	int			digit;

	if (q < end && (*q == 'x' || *q == 'X'))
	{
		base = 16;
		q++;
	}
	if (q == end || digit_value(*q, base) < 0)
		return 0;
	for (; q < end && (digit = digit_value(*q, base)) >= 0; q++)
	{
		if (c <= 0x10FFFF)
			c = c * (uint32_t) base + (uint32_t) digit;
	}
	if (q < end && *q == ';')
		q++;
	*p = q;
	if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		return GIR_BAD_CHAR;
	return !xml && c >= 0x80 && c <= 0x9F ? windows_1252[c - 0x80] : c;
}

/* Decode a name, after "&". */
static uint32_t
decode_name(const char **p, const char *end, bool xml)
{
	const char *q = *p;
	const named_character *found;
	size_t		len = 0;

	while (q + len < end && len <= MAX_NAME && is_name_char(q[len]))
		len++;
	if (len > 0 && q + len < end && q[len] == ';' && (found = find_name(q, len)) != NULL)
	{
		*p = q + len + 1;
		return found->character & ~OPEN;
	}
	if (xml)
		return 0;

	/* without a semicolon: the longest name that the letters begin with */
	for (len = len < MAX_OPEN_NAME ? len : MAX_OPEN_NAME; len >= 2; len--)
	{
		found = find_name(q, len);
		if (found != NULL && (found->character & OPEN) != 0)
		{
			*p = q + len;
			return found->character & ~OPEN;
		}
	}
	return 0;
}

/* Decode a character reference. */
uint32_t
gir_decode_reference(const char **p, const char *end, bool xml)
{
	const char *q = *p + 1;
	uint32_t	c;

	/* by far the most frequent one */
	if (end - q >= 5 && memcmp(q, "nbsp;", 5) == 0)
	{
		*p = q + 5;
		return 0xA0;
	}
	if (q < end && *q == '#')
	{
		q++;
		c = decode_number(&q, end, xml);
	}
	else
		c = decode_name(&q, end, xml);
	if (c != 0)
		*p = q;
	return c;
}

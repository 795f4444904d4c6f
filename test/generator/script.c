/*
 * script.c
 *		Documents in traditional characters.
 */
#include "gen.h"

#include <string.h>

/* A simplified character and the traditional one, three bytes each, and so on. */
static const char pairs[] =
	"万萬业業为爲举舉乡鄉于於云雲仅僅会會体體关關内內决決况況减減办辦务務动動"
	"区區单單厅廳历歷县縣发發号號后後员員团團园園围圍国國图圖场場垄壟处處备備"
	"复復够夠学學审審宽寬对對导導将將属屬屿嶼库庫废廢开開强強当當录錄总總户戶"
	"执執护護报報据據数數无無时時机機权權条條来來构構栖棲没沒浏瀏湾灣热熱现現"
	"确確离離秘祕积積稳穩类類紧緊纠糾纳納线線组組织織经經结結绕繞统統继繼续續"
	"维維缴繳网網罚罰范範获獲补補见見规規览覽计計认認议議许許讼訟访訪诉訴询詢"
	"该該请請购購费費资資转轉过過这這进進适適采採链鏈镇鎮门門闭閉问問间間闻聞"
	"队隊霁霽页頁项項领領题題额額馆館麦麥";

#define PAIR_SIZE 6

/* Replace the character at p, if there is a traditional one. */
static void
replace(char *p)
{
	size_t		i;

	for (i = 0; i + PAIR_SIZE < sizeof(pairs); i += PAIR_SIZE)
	{
		if (memcmp(p, pairs + i, 3) == 0)
		{
			memcpy(p, pairs + i + 3, 3);
			return;
		}
	}
}

/* Write a text in traditional characters. */
static void
write_traditional(char *text, size_t len)
{
	size_t		i;

	for (i = 0; i + 2 < len; i++)
	{
		if (((unsigned char) text[i] & 0xF0) == 0xE0)
			replace(text + i);
	}
}

/* Write a document in traditional characters, and what is to be read of it. */
void
gen_use_traditional(gen_document *document, gen_text *text)
{
	write_traditional(text->bytes, text->len);
	write_traditional(document->truth.title, strlen(document->truth.title));
	write_traditional(document->truth.agency, strlen(document->truth.agency));
}

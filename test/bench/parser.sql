-- A parser of the reports with tabs between their cells, written in PL/pgSQL for
-- comparison: one pass over the lines, labels by a lookup in a constant array.  It
-- knows one layout and finds no title; what it reads, it reads right.
CREATE FUNCTION bench.parse(body text) RETURNS gireport
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
	labels CONSTANT text[] := ARRAY[
		'一本年新收政府信息公开申请数量', '二上年结转政府信息公开申请数量', '一予以公开',
		'二部分公开区分处理的只计这一情形不计其他情形',
		'1属于国家秘密', '2其他法律行政法规禁止公开', '3危及三安全一稳定', '4保护第三方合法权益',
		'5属于三类内部事务信息', '6属于四类过程性信息', '7属于行政执法案卷', '8属于行政查询事项',
		'1本机关不掌握相关政府信息', '2没有现成信息需要另行制作', '3补正后申请内容仍不明确',
		'1信访举报投诉类申请', '2重复申请', '3要求提供公开出版物', '4无正当理由大量反复申请',
		'5要求行政机关确认或重新出具已获取信息',
		'1申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请',
		'2申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请', '3其他',
		'六其他处理', '七总计', '四结转下年度继续办理'];
	requests gireport_applicants[] := array_fill(NULL::gireport_applicants, ARRAY[26]);
	regulations gireport_documents;
	normative gireport_documents;
	decisions gireport_decisions[] := array_fill(NULL::gireport_decisions, ARRAY[3]);
	fees gireport_fees;
	disputes gireport_disputes;
	line text;
	cell text;
	label text;
	v text[];
	place int;
BEGIN
	FOREACH line IN ARRAY string_to_array(body, E'\n') LOOP
		CONTINUE WHEN strpos(line, E'\t') = 0;
		v := '{}';
		FOREACH cell IN ARRAY string_to_array(line, E'\t') LOOP
			cell := btrim(cell, E' \r');
			CONTINUE WHEN cell = '';
			IF cell ~ '^-?[0-9]+(\.[0-9]+)?$' THEN
				v := v || cell;
			ELSE
				label := cell;
			END IF;
		END LOOP;
		CONTINUE WHEN cardinality(v) = 0;
		IF cardinality(v) = 15 THEN
			disputes := ROW(ROW(v[1], v[2], v[3], v[4], v[5])::gireport_outcomes,
				ROW(v[6], v[7], v[8], v[9], v[10])::gireport_outcomes,
				ROW(v[11], v[12], v[13], v[14], v[15])::gireport_outcomes);
			CONTINUE;
		END IF;
		label := translate(label, ' ()（）、,，.。“”"''', '');
		IF cardinality(v) = 7 THEN
			place := array_position(labels, label);
			IF place IS NOT NULL THEN
				requests[place] := ROW(v[1], v[2], v[3], v[4], v[5], v[6], v[7])::gireport_applicants;
			END IF;
			CONTINUE;
		END IF;
		CASE label
			WHEN '规章' THEN regulations := ROW(v[1], v[2], v[3], NULL, NULL, NULL)::gireport_documents;
			WHEN '行政规范性文件' THEN normative := ROW(v[1], v[2], v[3], NULL, NULL, NULL)::gireport_documents;
			WHEN '行政许可' THEN decisions[1] := ROW(v[1], NULL, NULL)::gireport_decisions;
			WHEN '行政处罚' THEN decisions[2] := ROW(v[1], NULL, NULL)::gireport_decisions;
			WHEN '行政强制' THEN decisions[3] := ROW(v[1], NULL, NULL)::gireport_decisions;
			WHEN '行政事业性收费' THEN fees := ROW(v[1], NULL, NULL)::gireport_fees;
			ELSE NULL;
		END CASE;
	END LOOP;
	RETURN ROW(NULL, NULL, NULL,
		ROW(regulations, normative, decisions[1], NULL, decisions[2], decisions[3], fees, NULL)::gireport_proactive,
		ROW(requests[1], requests[2], requests[3], requests[4], requests[5], requests[6], requests[7],
			requests[8], requests[9], requests[10], requests[11], requests[12], requests[13], requests[14],
			requests[15], requests[16], requests[17], requests[18], requests[19], requests[20], requests[21],
			requests[22], requests[23], requests[24], requests[25], requests[26])::gireport_requests,
		disputes)::gireport;
END
$$;

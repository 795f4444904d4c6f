
-- Rates
--
-- Each ratio has its denominator in its name.  Blanks are treated as in checks: a
-- blank detail counts as 0; with a blank total, or without a row, there is no
-- rate.  Nor is there one with a denominator of 0.

CREATE TYPE gireport_metrics AS (
	requests_accepted                          numeric,
	disclosure_rate_of_concluded               numeric,
	full_disclosure_rate_of_concluded          numeric,
	denied_share_of_concluded                  numeric,
	unavailable_share_of_concluded             numeric,
	rejected_share_of_concluded                numeric,
	other_share_of_concluded                   numeric,
	reconsideration_correction_rate_of_total   numeric,
	reconsideration_correction_rate_of_decided numeric,
	litigation_correction_rate_of_total        numeric,
	litigation_correction_rate_of_decided      numeric,
	dispute_correction_rate_of_total           numeric,
	disputes_per_request_received              numeric,
	corrections_per_request_received           numeric,
	licensing_per_penalty_decision             numeric
);

COMMENT ON TYPE gireport_metrics IS 'rates computed from a report or from a sum of reports';
COMMENT ON COLUMN gireport_metrics.requests_accepted IS
'受理合计 = 新收 + 上年结转';
COMMENT ON COLUMN gireport_metrics.disclosure_rate_of_concluded IS
'实质公开率 = (予以公开 + 部分公开) / (七)总计';
COMMENT ON COLUMN gireport_metrics.full_disclosure_rate_of_concluded IS
'绝对公开率 = 予以公开 / (七)总计';
COMMENT ON COLUMN gireport_metrics.denied_share_of_concluded IS
'不予公开占比 = 不予公开各项之和 / (七)总计';
COMMENT ON COLUMN gireport_metrics.unavailable_share_of_concluded IS
'无法提供占比 = 无法提供各项之和 / (七)总计';
COMMENT ON COLUMN gireport_metrics.rejected_share_of_concluded IS
'不予处理占比 = 不予处理各项之和 / (七)总计';
COMMENT ON COLUMN gireport_metrics.other_share_of_concluded IS
'其他处理占比 = 其他处理 / (七)总计，2021年格式为其各项之和';
COMMENT ON COLUMN gireport_metrics.reconsideration_correction_rate_of_total IS
'复议纠错率 = 行政复议结果纠正 / 行政复议总计';
COMMENT ON COLUMN gireport_metrics.reconsideration_correction_rate_of_decided IS
'复议纠错率（审结） = 行政复议结果纠正 / (行政复议总计 - 尚未审结)';
COMMENT ON COLUMN gireport_metrics.litigation_correction_rate_of_total IS
'诉讼纠正率 = 两类诉讼结果纠正之和 / 两类诉讼总计之和';
COMMENT ON COLUMN gireport_metrics.litigation_correction_rate_of_decided IS
'诉讼纠正率（审结） = 两类诉讼结果纠正之和 / (两类诉讼总计之和 - 尚未审结之和)';
COMMENT ON COLUMN gireport_metrics.dispute_correction_rate_of_total IS
'综合纠错率 = (行政复议 + 两类诉讼)结果纠正之和 / (行政复议 + 两类诉讼)总计之和';
COMMENT ON COLUMN gireport_metrics.disputes_per_request_received IS
'争议转化率 = (行政复议 + 两类诉讼)总计之和 / 新收';
COMMENT ON COLUMN gireport_metrics.corrections_per_request_received IS
'纠错转化率 = (行政复议 + 两类诉讼)结果纠正之和 / 新收';
COMMENT ON COLUMN gireport_metrics.licensing_per_penalty_decision IS
'监管-服务结构比 = 行政许可处理决定数量 / 行政处罚处理决定数量';

CREATE FUNCTION gireport_metrics(report gireport) RETURNS gireport_metrics
AS 'MODULE_PATHNAME', 'gireport_metrics'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 300;
COMMENT ON FUNCTION gireport_metrics(gireport) IS
'the rates of a report or of a sum of reports, each with its denominator in its name; NULL without a positive denominator';

CREATE FUNCTION gireport_growth(previous numeric, current numeric) RETURNS numeric
LANGUAGE SQL IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
	SELECT CASE WHEN previous > 0 THEN (current - previous) / previous END;
END;
COMMENT ON FUNCTION gireport_growth(numeric, numeric) IS
'同比: the change from a number to another, as a share of the first; NULL unless that is positive';

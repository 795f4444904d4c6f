-- Types: a row of each kind, the three sections, and the report.
-- The comments of the columns are the labels printed in the forms.

CREATE TYPE gireport_applicants AS (
	natural_person        bigint,
	commercial_enterprise bigint,
	research_institution  bigint,
	public_welfare        bigint,
	legal_service         bigint,
	other                 bigint,
	total                 bigint
);

COMMENT ON TYPE gireport_applicants IS 'requests for information by kind of applicant: a row of section 3';
COMMENT ON COLUMN gireport_applicants.natural_person IS '自然人';
COMMENT ON COLUMN gireport_applicants.commercial_enterprise IS '商业企业';
COMMENT ON COLUMN gireport_applicants.research_institution IS '科研机构';
COMMENT ON COLUMN gireport_applicants.public_welfare IS '社会公益组织';
COMMENT ON COLUMN gireport_applicants.legal_service IS '法律服务机构';
COMMENT ON COLUMN gireport_applicants.other IS '其他';
COMMENT ON COLUMN gireport_applicants.total IS '总计';

CREATE TYPE gireport_outcomes AS (
	upheld    bigint,
	corrected bigint,
	other     bigint,
	pending   bigint,
	total     bigint
);

COMMENT ON TYPE gireport_outcomes IS 'outcomes of disputes: a group of section 4';
COMMENT ON COLUMN gireport_outcomes.upheld IS '结果维持';
COMMENT ON COLUMN gireport_outcomes.corrected IS '结果纠正';
COMMENT ON COLUMN gireport_outcomes.other IS '其他结果';
COMMENT ON COLUMN gireport_outcomes.pending IS '尚未审结';
COMMENT ON COLUMN gireport_outcomes.total IS '总计';

CREATE TYPE gireport_documents AS (
	issued          bigint,
	repealed        bigint,
	in_force        bigint,
	made            bigint,
	disclosed       bigint,
	disclosed_total bigint
);

COMMENT ON TYPE gireport_documents IS 'documents made and in force: a row of section 2; the first three columns are of the 2021 form, the others of the 2019 form';
COMMENT ON COLUMN gireport_documents.issued IS '本年制发件数';
COMMENT ON COLUMN gireport_documents.repealed IS '本年废止件数';
COMMENT ON COLUMN gireport_documents.in_force IS '现行有效件数';
COMMENT ON COLUMN gireport_documents.made IS '本年新制作数量';
COMMENT ON COLUMN gireport_documents.disclosed IS '本年新公开数量';
COMMENT ON COLUMN gireport_documents.disclosed_total IS '对外公开总数量';

CREATE TYPE gireport_decisions AS (
	decisions       bigint,
	items_last_year bigint,
	items_change    bigint
);

COMMENT ON TYPE gireport_decisions IS 'administrative decisions: a row of section 2; the 2021 form has the first column only';
COMMENT ON COLUMN gireport_decisions.decisions IS '本年处理决定数量';
COMMENT ON COLUMN gireport_decisions.items_last_year IS '上一年项目数量';
COMMENT ON COLUMN gireport_decisions.items_change IS '本年增/减';

CREATE TYPE gireport_fees AS (
	amount          numeric,
	items_last_year bigint,
	items_change    bigint
);

COMMENT ON TYPE gireport_fees IS 'fees: a row of section 2, the amount in ten thousand yuan (2021 form) or the items (2019 form)';
COMMENT ON COLUMN gireport_fees.amount IS '本年收费金额（单位：万元）';
COMMENT ON COLUMN gireport_fees.items_last_year IS '上一年项目数量';
COMMENT ON COLUMN gireport_fees.items_change IS '本年增/减';

CREATE TYPE gireport_procurement AS (
	items  bigint,
	amount numeric
);

COMMENT ON TYPE gireport_procurement IS 'government procurement: a row of section 2 in the 2019 form, the amount in ten thousand yuan';
COMMENT ON COLUMN gireport_procurement.items IS '采购项目数量';
COMMENT ON COLUMN gireport_procurement.amount IS '采购总金额（万元）';

CREATE TYPE gireport_proactive AS (
	regulations         gireport_documents,
	normative_documents gireport_documents,
	licensing           gireport_decisions,
	other_services      gireport_decisions,
	penalty             gireport_decisions,
	coercion            gireport_decisions,
	fees                gireport_fees,
	procurement         gireport_procurement
);

COMMENT ON TYPE gireport_proactive IS 'section 2: information disclosed proactively';
COMMENT ON COLUMN gireport_proactive.regulations IS '规章';
COMMENT ON COLUMN gireport_proactive.normative_documents IS '行政规范性文件';
COMMENT ON COLUMN gireport_proactive.licensing IS '行政许可';
COMMENT ON COLUMN gireport_proactive.other_services IS '其他对外管理服务事项';
COMMENT ON COLUMN gireport_proactive.penalty IS '行政处罚';
COMMENT ON COLUMN gireport_proactive.coercion IS '行政强制';
COMMENT ON COLUMN gireport_proactive.fees IS '行政事业性收费';
COMMENT ON COLUMN gireport_proactive.procurement IS '政府集中采购';

CREATE TYPE gireport_requests AS (
	received                    gireport_applicants,
	carried_in                  gireport_applicants,
	granted                     gireport_applicants,
	partially_granted           gireport_applicants,
	denied_state_secret         gireport_applicants,
	denied_prohibited_by_law    gireport_applicants,
	denied_security_stability   gireport_applicants,
	denied_third_party          gireport_applicants,
	denied_internal_affairs     gireport_applicants,
	denied_deliberative         gireport_applicants,
	denied_enforcement_file     gireport_applicants,
	denied_administrative_query gireport_applicants,
	unavailable_not_held        gireport_applicants,
	unavailable_needs_creation  gireport_applicants,
	unavailable_unclear         gireport_applicants,
	rejected_petition           gireport_applicants,
	rejected_repeat             gireport_applicants,
	rejected_publication        gireport_applicants,
	rejected_excessive          gireport_applicants,
	rejected_confirmation       gireport_applicants,
	other_not_corrected         gireport_applicants,
	other_fee_unpaid            gireport_applicants,
	other_misc                  gireport_applicants,
	other_handling              gireport_applicants,
	concluded                   gireport_applicants,
	carried_out                 gireport_applicants
);

COMMENT ON TYPE gireport_requests IS 'section 3: requests for information and their results';
COMMENT ON COLUMN gireport_requests.received IS '一、本年新收政府信息公开申请数量';
COMMENT ON COLUMN gireport_requests.carried_in IS '二、上年结转政府信息公开申请数量';
COMMENT ON COLUMN gireport_requests.granted IS '三、本年度办理结果 （一）予以公开';
COMMENT ON COLUMN gireport_requests.partially_granted IS '三、本年度办理结果 （二）部分公开（区分处理的，只计这一情形，不计其他情形）';
COMMENT ON COLUMN gireport_requests.denied_state_secret IS '（三）不予公开 1.属于国家秘密';
COMMENT ON COLUMN gireport_requests.denied_prohibited_by_law IS '（三）不予公开 2.其他法律行政法规禁止公开';
COMMENT ON COLUMN gireport_requests.denied_security_stability IS '（三）不予公开 3.危及“三安全一稳定”';
COMMENT ON COLUMN gireport_requests.denied_third_party IS '（三）不予公开 4.保护第三方合法权益';
COMMENT ON COLUMN gireport_requests.denied_internal_affairs IS '（三）不予公开 5.属于三类内部事务信息';
COMMENT ON COLUMN gireport_requests.denied_deliberative IS '（三）不予公开 6.属于四类过程性信息';
COMMENT ON COLUMN gireport_requests.denied_enforcement_file IS '（三）不予公开 7.属于行政执法案卷';
COMMENT ON COLUMN gireport_requests.denied_administrative_query IS '（三）不予公开 8.属于行政查询事项';
COMMENT ON COLUMN gireport_requests.unavailable_not_held IS '（四）无法提供 1.本机关不掌握相关政府信息';
COMMENT ON COLUMN gireport_requests.unavailable_needs_creation IS '（四）无法提供 2.没有现成信息需要另行制作';
COMMENT ON COLUMN gireport_requests.unavailable_unclear IS '（四）无法提供 3.补正后申请内容仍不明确';
COMMENT ON COLUMN gireport_requests.rejected_petition IS '（五）不予处理 1.信访举报投诉类申请';
COMMENT ON COLUMN gireport_requests.rejected_repeat IS '（五）不予处理 2.重复申请';
COMMENT ON COLUMN gireport_requests.rejected_publication IS '（五）不予处理 3.要求提供公开出版物';
COMMENT ON COLUMN gireport_requests.rejected_excessive IS '（五）不予处理 4.无正当理由大量反复申请';
COMMENT ON COLUMN gireport_requests.rejected_confirmation IS '（五）不予处理 5.要求行政机关确认或重新出具已获取信息';
COMMENT ON COLUMN gireport_requests.other_not_corrected IS '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请';
COMMENT ON COLUMN gireport_requests.other_fee_unpaid IS '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请';
COMMENT ON COLUMN gireport_requests.other_misc IS '（六）其他处理 3.其他';
COMMENT ON COLUMN gireport_requests.other_handling IS '三、本年度办理结果 （六）其他处理';
COMMENT ON COLUMN gireport_requests.concluded IS '三、本年度办理结果 （七）总计';
COMMENT ON COLUMN gireport_requests.carried_out IS '四、结转下年度继续办理';

CREATE TYPE gireport_disputes AS (
	reconsideration                  gireport_outcomes,
	litigation_direct                gireport_outcomes,
	litigation_after_reconsideration gireport_outcomes
);

COMMENT ON TYPE gireport_disputes IS 'section 4: administrative reconsideration and litigation';
COMMENT ON COLUMN gireport_disputes.reconsideration IS '行政复议';
COMMENT ON COLUMN gireport_disputes.litigation_direct IS '行政诉讼 未经复议直接起诉';
COMMENT ON COLUMN gireport_disputes.litigation_after_reconsideration IS '行政诉讼 复议后起诉';

CREATE TYPE gireport AS (
	title     text,
	agency    text,
	year      integer,
	proactive gireport_proactive,
	requests  gireport_requests,
	disputes  gireport_disputes
);

COMMENT ON TYPE gireport IS 'an annual report on government information disclosure (政府信息公开工作年度报告)';
COMMENT ON COLUMN gireport.title IS '标题';
COMMENT ON COLUMN gireport.agency IS '发布机关';
COMMENT ON COLUMN gireport.year IS '报告年度';
COMMENT ON COLUMN gireport.proactive IS '二、主动公开政府信息情况';
COMMENT ON COLUMN gireport.requests IS '三、收到和处理政府信息公开申请情况';
COMMENT ON COLUMN gireport.disputes IS '四、政府信息公开行政复议、行政诉讼情况';

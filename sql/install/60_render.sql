
-- Rendering

CREATE FUNCTION gireport_render(report gireport, format text) RETURNS text
AS 'MODULE_PATHNAME', 'gireport_render'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 3000;
COMMENT ON FUNCTION gireport_render(gireport, text) IS
'a report''s official tables as text, markdown, html (a page) or html_fragment; gireport_parse reads them back';

CREATE FUNCTION gireport_render_style() RETURNS text
AS 'MODULE_PATHNAME', 'gireport_render_style'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION gireport_render_style() IS
'the style sheet of gireport_render''s pages, for pages that embed an html_fragment';

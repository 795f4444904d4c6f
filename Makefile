# gireport: an extension module (PGXS) with a core that needs no server.
#
#   make, make install, make installcheck    the extension and its client programs, as usual
#   make clients, make install-clients       the client programs alone
#   make unit      the core's C tests, under the address and undefined sanitizers
#   make generator random reports in all layouts: cells recovered and cells wrong
#   make fuzz      test/fuzz/fuzz_parse, a libFuzzer program
#   make html      the reader of HTML against html5lib (needs python3-html5lib)
#   make labels    src/core/label_table.c, made again by its generator
#   make dist      gireport-VERSION.zip of the last commit
#
# unit, generator, fuzz and labels use src/core/ alone; no PostgreSQL has to be there.

PG_CONFIG ?= pg_config

here := $(patsubst %/,%,$(dir $(firstword $(MAKEFILE_LIST))))
relative = $(patsubst $(here)/%,%,$(sort $(wildcard $(addprefix $(here)/,$(1)))))

EXTENSION = gireport
EXTVERSION := $(shell sed -n "s/^default_version *= *'\([^']*\)'.*/\1/p" $(here)/$(EXTENSION).control)
DISTVERSION := $(shell sed -n 's/^ *"version": *"\([^"]*\)".*/\1/p' $(here)/META.json | head -n 1)

MODULE_big = $(EXTENSION)
OBJS := $(patsubst %.c,%.o,$(call relative,src/*.c src/core/*.c))
DATA := $(call relative,sql/upgrade/*--*--*.sql)
DATA_built = $(EXTENSION)--$(EXTVERSION).sql
# libzip opens word processors' files.
PG_CPPFLAGS = -I$(here)/src $(shell pkg-config --cflags libzip 2>/dev/null)
SHLIB_LINK = $(or $(shell pkg-config --libs libzip 2>/dev/null),-lzip)

tests := $(basename $(notdir $(call relative,sql/*.sql)))
REGRESS := $(strip $(filter extension,$(tests)) $(filter-out extension,$(tests)))
REGRESS_OPTS = --encoding=UTF8 --no-locale
TAP_TESTS = 1
PROVE_TESTS = test/t/*.pl

# The client programs, one folder of src/bin each; they need libpq, and libcrypto
# for the hashes of files.  with_clients=no leaves them out.
CLIENTS = gireport-load gireport-review
client_sources = $(call relative,src/bin/common/*.c src/bin/$(patsubst gireport-%,%,$(1))/*.c)
client_objects = $(patsubst %.c,%.o,$(call client_sources,$(1)))
all_client_objects := $(sort $(foreach client,$(CLIENTS),$(call client_objects,$(client))))
MAN_PAGES := $(call relative,doc/*.1)

EXTRA_CLEAN = build test/fuzz/fuzz_parse $(EXTENSION)-$(DISTVERSION).zip $(CLIENTS) $(all_client_objects)

# The goals that need no server; anything else includes PGXS.
core_goals := core-check unit unit-programs generator generator-sanitized html fuzz labels label-generator dist
ifneq ($(filter-out $(core_goals),$(or $(MAKECMDGOALS),all)),)
PGXS := $(shell $(PG_CONFIG) --pgxs)
ifeq ($(PGXS),)
$(error "$(PG_CONFIG)" does not work: install the server's development files (postgresql-server-dev-N on Debian) or set PG_CONFIG)
endif
include $(PGXS)
endif

# ---- the extension ----

headers := $(wildcard $(here)/src/*.h $(here)/src/core/*.h)
bitcode := $(OBJS:.o=.bc)
install_parts := $(addprefix $(here)/,$(call relative,sql/install/*.sql))

# Absolute, or a build outside the source tree finds the source tree's folder.
object_dir := $(CURDIR)/src/core

$(OBJS) $(bitcode): $(headers) | $(object_dir)

$(object_dir):
	mkdir -p $@

# As optimised as the server is, and a little more; -O0 stays what it is.  None of
# its functions is there to be replaced by another library's.
$(OBJS): override CFLAGS := $(patsubst -O2,-O3,$(CFLAGS)) -fno-semantic-interposition

$(DATA_built): $(install_parts) $(here)/$(EXTENSION).control
	cat $(or $(install_parts),$(error no install script in sql/install)) > $@

# ---- the client programs ----

ifdef PGXS
CLIENT_CPPFLAGS = -I$(here)/src -I$(includedir) -D_GNU_SOURCE -DGIREPORT_VERSION='"$(DISTVERSION)"'
crypto = $(or $(shell pkg-config --libs libcrypto 2>/dev/null),-lcrypto)
client_headers := $(wildcard $(here)/src/bin/*/*.h)

clients: $(CLIENTS)

$(all_client_objects): %.o: $(here)/%.c $(client_headers) $(here)/META.json
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) -Wextra $(CLIENT_CPPFLAGS) -c -o $@ $<

$(foreach client,$(CLIENTS),$(eval $(client): $(call client_objects,$(client))))
$(CLIENTS):
	$(CC) $(CFLAGS) $^ $(LDFLAGS) $(LDFLAGS_EX) $(libpq) $(crypto) -o $@

install-clients: $(CLIENTS)
	$(MKDIR_P) '$(DESTDIR)$(bindir)' '$(DESTDIR)$(mandir)/man1'
	$(INSTALL_PROGRAM) $(CLIENTS) '$(DESTDIR)$(bindir)/'
ifneq ($(MAN_PAGES),)
	$(INSTALL_DATA) $(addprefix $(here)/,$(MAN_PAGES)) '$(DESTDIR)$(mandir)/man1/'
endif

uninstall-clients:
	rm -f $(addprefix '$(DESTDIR)$(bindir)'/,$(CLIENTS))
	rm -f $(addprefix '$(DESTDIR)$(mandir)'/man1/,$(notdir $(MAN_PAGES)))

ifneq ($(with_clients),no)
all: clients
install: install-clients
uninstall: uninstall-clients
endif

.PHONY: clients install-clients uninstall-clients
endif

# ---- the core without a server ----

CORE_CFLAGS = -std=c11 -O1 -g -Wall -Wextra -Werror -I$(here)/src
SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CMOCKA_LIBS = -lcmocka
FUZZ_CC = clang
LABEL_TABLE = $(here)/src/core/label_table.c

core := $(call relative,src/core/*.c)
core_headers := $(wildcard $(here)/src/core/*.h $(here)/src/core/gen/*.h)
unit_headers := $(wildcard $(here)/test/unit/*.h)

# Everything that the core includes with #include "..." is the core's own.
core-check:
	@mkdir -p build
	@$(CC) $(CORE_CFLAGS) -MM $(addprefix $(here)/,$(core)) > build/core.d
	@if grep -n 'include.*[<"]\(postgres\|postgres_fe\|c\|fmgr\)\.h[>"]' \
		$(addprefix $(here)/,$(core)) $(core_headers); \
	then echo "core-check: src/core includes a server header" >&2; exit 1; fi
	@if tr -s ' \\' '\n\n' < build/core.d | grep '\.h$$' | sed 's|^$(here)/||' | grep -v '^src/core/[a-z0-9_/]*\.h$$'; \
	then echo "core-check: src/core includes a header from elsewhere" >&2; exit 1; fi

# One program for each test_*.c; other files beside them are linked to all.
unit_core := $(patsubst %.c,build/unit/%.o,$(core))
unit_programs := $(patsubst test/unit/%.c,build/unit/%,$(call relative,test/unit/test_*.c))
unit_main := $(addsuffix .o,$(unit_programs))
unit_shared := $(filter-out $(unit_main),$(patsubst test/unit/%.c,build/unit/%.o,$(call relative,test/unit/*.c)))

$(unit_core): build/unit/%.o: $(here)/%.c $(core_headers)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZERS) -c -o $@ $<

$(unit_main) $(unit_shared): build/unit/%.o: $(here)/test/unit/%.c $(core_headers) $(unit_headers)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZERS) -c -o $@ $<

build/unit/core.a: $(unit_core)
	rm -f $@
	$(AR) rcs $@ $^

$(unit_programs): %: %.o $(unit_shared) build/unit/core.a
	$(CC) $(SANITIZERS) -o $@ $^ $(CMOCKA_LIBS)

unit-programs: core-check $(unit_programs)

# All programs run, whatever happens to one of them; they run in the source tree.
unit: unit-programs
	@status=0; \
	for program in $(unit_programs); do \
		echo "unit: start $$program"; \
		(cd $(here) && exec $(CURDIR)/$$program); code=$$?; \
		echo "unit: end $$program $$code"; \
		test $$code = 0 || status=1; \
	done; \
	exit $$status

# GENERATOR_DOCUMENTS and GENERATOR_SEED in the environment: how many documents
# are drawn, and from what.
layouts_sources := $(call relative,test/generator/*.c)
layouts_headers := $(wildcard $(here)/test/generator/*.h)
layouts_objects := $(patsubst %.c,build/generator/%.o,$(core) $(layouts_sources))

$(layouts_objects): build/generator/%.o: $(here)/%.c $(core_headers) $(layouts_headers)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -O2 -c -o $@ $<

build/generator/generator: $(layouts_objects)
	$(CC) -o $@ $^

build/generator/sanitized: $(addprefix $(here)/,$(layouts_sources)) build/unit/core.a $(layouts_headers)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZERS) -o $@ $(filter-out %.h,$^)

generator: core-check build/generator/generator
	@build/generator/generator

# The same with fewer documents, under the sanitizers.
generator-sanitized: core-check build/generator/sanitized
	@GENERATOR_DOCUMENTS=$${GENERATOR_DOCUMENTS:-2200} build/generator/sanitized

# Pages of each kind, and what they are drawn from.
HTML_PAGES = 500
HTML_SEED = 1
PYTHON = /usr/bin/python3

html: build/html/print_rows
	$(PYTHON) $(here)/test/html/compare.py build/html/print_rows $(HTML_PAGES) $(HTML_SEED)

build/html/print_rows: $(here)/test/html/print_rows.c build/unit/core.a
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) $(SANITIZERS) -o $@ $^

fuzz: core-check test/fuzz/fuzz_parse

test/fuzz/fuzz_parse: $(here)/test/fuzz/fuzz_parse.c $(addprefix $(here)/,$(core)) $(core_headers)
	@mkdir -p $(@D)
	$(FUZZ_CC) $(CORE_CFLAGS) -O2 -fsanitize=fuzzer $(SANITIZERS) -o $@ $(filter %.c,$^)

# The generator takes what it needs from the core, but not the table it makes.
generator_core := $(patsubst %.c,build/gen/%.o,$(filter-out src/core/label_table.c,$(core)))

$(generator_core) build/gen/src/core/gen/make_label_table.o: build/gen/%.o: $(here)/%.c $(core_headers)
	@mkdir -p $(@D)
	$(CC) $(CORE_CFLAGS) -c -o $@ $<

build/gen/core.a: $(generator_core)
	rm -f $@
	$(AR) rcs $@ $^

build/gen/make_label_table: build/gen/src/core/gen/make_label_table.o build/gen/core.a
	$(CC) -o $@ $^

label-generator: build/gen/make_label_table

labels: label-generator
	build/gen/make_label_table > build/gen/label_table.c
	mv build/gen/label_table.c $(LABEL_TABLE)

dist:
	git -C $(here) archive --format=zip --prefix=$(EXTENSION)-$(DISTVERSION)/ \
		-o $(CURDIR)/$(EXTENSION)-$(DISTVERSION).zip HEAD

.PHONY: $(core_goals)

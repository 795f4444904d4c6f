# shellcheck shell=bash
# Shared by script/test and script/demo: packages, a private copy of the tree,
# a private installation, a private server.
#
# Everything happens in one temporary directory, WORK, under an account without
# privileges.  Nothing but packages is installed into the system, and whatever
# way the script ends, cleanup stops what runs and removes WORK.

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
EXTENSION=gireport
JOBS=$(nproc 2>/dev/null || echo 2)

WORK=				# the temporary directory
AS_USER=()			# prefix of a command, to run it without privileges
SETTINGS=()			# NAME=value, all of the environment that commands get
CHILD=				# the session that run waits for
LIMIT=1200			# seconds, the longest that run waits
CLUSTER_CONF=		# a system file that was changed for a moment
PURGE=()			# packages that are installed for a moment

# Progress, with the seconds since the start.
say()
{
	printf '[%3d s] %s\n' "$SECONDS" "$*"
}

die()
{
	printf '%s: %s\n' "${0##*/}" "$*" >&2
	exit 1
}

# Last lines of a log, indented.
show_tail()
{
	local lines=$1 log=$2

	[ -s "$log" ] && tail -n "$lines" "$log" | sed 's/^/        | /'
	return 0
}

# ---- beginning and end ----

# Make WORK, choose the account, and see to it that nothing stays behind.
begin()
{
	local account='' uid gid base

	trap cleanup EXIT
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 143' TERM

	# The server and its tests refuse to run as root.
	if [ "$(id -u)" = 0 ]; then
		account=$(id -un postgres 2>/dev/null || echo nobody)
		uid=$(id -u "$account") || die "there is no account \"$account\""
		gid=$(id -g "$account")
		AS_USER=(setpriv --reuid="$uid" --regid="$gid" --init-groups --)
	fi

	# The path is short, for sockets have room for about 100 bytes, and on a
	# file system where programs may run.
	for base in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
		[ ${#base} -le 40 ] || continue
		WORK=$(mktemp -d "$base/$EXTENSION.XXXXXX" 2>/dev/null) || continue
		[ -z "$account" ] || chown "$uid:$gid" "$WORK"
		printf '#!/bin/sh\n' >"$WORK/probe"
		chmod 755 "$WORK/probe"
		if (cd / && "${AS_USER[@]}" "$WORK/probe") 2>/dev/null; then
			rm "$WORK/probe"
			break
		fi
		rm -rf "$WORK"
		WORK=
	done
	[ -n "$WORK" ] || die "no temporary directory in which programs can be run"

	SETTINGS=(
		PATH="$PATH" HOME="$WORK/home" TMPDIR="$WORK/tmp" USER="${account:-$(id -un)}"
		LC_ALL=C.UTF-8 TZ=UTC PGCLIENTENCODING=UTF8
	)
	mkdir "$WORK/home" "$WORK/tmp"
	give "$WORK/home" "$WORK/tmp"
}

# Hand files to the account that uses them.
give()
{
	[ ${#AS_USER[@]} = 0 ] || chown -R --reference="$WORK" "$@"
}

cleanup()
{
	local status=$?

	trap - EXIT
	trap '' HUP INT TERM
	if [ -n "$CHILD" ]; then
		stop_session "$CHILD"
	fi
	if [ -n "$WORK" ]; then
		stop_servers
		restore_cluster_conf
		purge_packages >/dev/null 2>&1
		cd /
		rm -rf "$WORK"
	fi
	exit "$status"
}

# "PID NAME" of every living process of a session.
members()
{
	local file line
	local -a field

	for file in /proc/[0-9]*/stat; do
		read -r line 2>/dev/null <"$file" || continue
		read -ra field <<<"${line##*) }"		# state, parent, group, session
		if [ "${field[0]}" != Z ] && [ "${field[3]}" = "$1" ]; then
			line=${line%)*}
			echo "${line%% *} ${line#*(}"
		fi
	done
}

# End what run started.  A server in the making would leave shared memory
# behind if it were stopped half-way: it gets the time to finish, with the shell
# that feeds it and with timeout, which would pass the signal on.
stop_session()
{
	local session=$1 pid name i

	members "$session" | while read -r pid name; do
		case $name in
			initdb | pg_ctl | postgres | sh | timeout) ;;
			*) kill -TERM "$pid" 2>/dev/null ;;
		esac
	done
	for ((i = 0; i < 100; i++)); do
		[ -n "$(members "$session")" ] || return
		sleep 0.1
	done
	members "$session" | while read -r pid name; do
		kill -KILL "$pid" 2>/dev/null
	done
}

# Stop every server whose data directory is in WORK.
stop_servers()
{
	local file pid signal i

	find "$WORK" -name postmaster.pid 2>/dev/null | while IFS= read -r file; do
		pid=$(head -n 1 "$file" 2>/dev/null)
		for signal in INT QUIT KILL; do
			for ((i = 0; i < 100; i++)); do
				# a server works in its data directory; a dead one works nowhere
				[ "$(readlink "/proc/${pid:-0}/cwd" 2>/dev/null)" = "${file%/*}" ] || break 2
				[ "$i" -gt 0 ] || kill "-$signal" "$pid" 2>/dev/null
				sleep 0.1
			done
		done
	done
}

# ---- running ----

# run_here COMMAND...: without privileges, in a clean environment, in a session
# of its own, so that a signal to the script need not wait for it; not longer
# than LIMIT seconds.
run_here()
{
	local status

	setsid "${AS_USER[@]}" env -i "${SETTINGS[@]}" timeout -k 10 "$LIMIT" "$@" <&0 &
	CHILD=$!
	wait "$CHILD"
	status=$?
	CHILD=
	return "$status"
}

# run LOG COMMAND...: the same without input, with all output in a file.
run()
{
	local log=$1 status

	shift
	run_here "$@" </dev/null >"$log" 2>&1
	status=$?
	[ "$status" != 124 ] || echo "not finished after $LIMIT seconds: $*" >>"$log"
	return "$status"
}

# ---- packages ----

as_root()
{
	if [ "$(id -u)" = 0 ]; then
		"$@"
	else
		sudo "$@"
	fi
}

apt_get()
{
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold \
		"$@" </dev/null >>"$WORK/apt.log" 2>&1
}

# Remove what is installed for a moment, settings and all.
purge_packages()
{
	[ ${#PURGE[@]} = 0 ] || as_root setsid -w dpkg --purge "${PURGE[@]}" </dev/null || return
	PURGE=()
}

# An index can be absent, or list packages that are gone: then it is read again.
# If that does not help, the main suite has an older version that is there.
apt_install()
{
	local suite

	command -v apt-get >/dev/null || die "please install: $* (there is no apt-get to do it)"
	[ "$(id -u)" = 0 ] || command -v sudo >/dev/null || die "please install: $* (there is no sudo to do it)"
	say "installing $*"
	apt_get install --no-install-recommends "$@" && return
	apt_get update
	apt_get install --no-install-recommends "$@" && return
	suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
	[ -n "$suite" ] && apt_get install --no-install-recommends --allow-downgrades -t "$suite" "$@" && return
	show_tail 20 "$WORK/apt.log"
	die "could not install $*"
}

# Is there such a package to install?
offered()
{
	LC_ALL=C apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'
}

# Does this pg_config belong to a complete installation: server, headers, tests?
complete()
{
	local pgxs

	[ -x "$1" ] && pgxs=$("$1" --pgxs 2>/dev/null) && [ -f "$pgxs" ] &&
		[ -x "${pgxs%/makefiles/pgxs.mk}/test/regress/pg_regress" ] &&
		[ -f "$("$1" --includedir-server)/postgres.h" ] &&
		[ -x "$("$1" --bindir)/postgres" ] && [ -x "$("$1" --bindir)/initdb" ] &&
		[ -x "$("$1" --bindir)/psql" ]
}

# The installed majors with a server, newest first.
installed_majors()
{
	local server

	for server in /usr/lib/postgresql/*/bin/postgres; do
		[ -x "$server" ] && server=${server%/bin/postgres} && echo "${server##*/}"
	done | sort -rV
}

# Set PG_CONFIG, unless the user did, to the newest complete installation.
find_postgres()
{
	local candidate

	if [ -n "${PG_CONFIG:-}" ]; then
		PG_CONFIG=$(command -v "$PG_CONFIG") && complete "$PG_CONFIG"
		return
	fi
	while IFS= read -r candidate; do
		if complete "$candidate"; then
			PG_CONFIG=$candidate
			return 0
		fi
	done < <(installed_majors | sed 's|.*|/usr/lib/postgresql/&/bin/pg_config|'; command -v pg_config)
	return 1
}

# The major to install: that of a server which lacks only its development
# files, or else the distribution's own.
choose_major()
{
	local major

	for major in $(installed_majors); do
		offered "postgresql-server-dev-$major" && echo "$major" && return
	done
	LC_ALL=C apt-cache depends postgresql 2>/dev/null |
		sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' | head -n 1
}

# Find a PostgreSQL or install one.  Installing it must not start a server.
need_postgres()
{
	local major conf=/etc/postgresql-common/createcluster.conf

	if ! find_postgres; then
		[ -z "${PG_CONFIG:-}" ] || die "PG_CONFIG is not of a complete installation with server and development files"
		command -v apt-get >/dev/null || die "please install PostgreSQL with its development files"
		offered postgresql || apt_get update
		major=$(choose_major)
		[ -n "$major" ] || die "the distribution offers no PostgreSQL"
		if ! [ -x "/usr/lib/postgresql/$major/bin/postgres" ]; then
			apt_install postgresql-common
			if [ -f "$conf" ] && ! grep -q '^ *create_main_cluster' "$conf"; then
				cp "$conf" "$WORK/createcluster.conf"
				CLUSTER_CONF=$conf
				echo 'create_main_cluster = false' | as_root tee -a "$conf" >/dev/null
			fi
		fi
		apt_install "postgresql-$major" "postgresql-server-dev-$major"
		restore_cluster_conf
		find_postgres || die "PostgreSQL $major is installed, but not complete"
	fi
	BINDIR=$("$PG_CONFIG" --bindir)
	say "using $("$PG_CONFIG" --version) of $BINDIR"
}

restore_cluster_conf()
{
	[ -z "$CLUSTER_CONF" ] || as_root cp "$WORK/createcluster.conf" "$CLUSTER_CONF"
	CLUSTER_CONF=
}

# make, perl, a C compiler that finds its library, and the libraries of ours.
need_build_tools()
{
	local -a missing=()

	command -v make >/dev/null || missing+=(make)
	command -v perl >/dev/null || missing+=(perl)
	command -v pkg-config >/dev/null || missing+=(pkg-config)
	[ -f /usr/include/zip.h ] || missing+=(libzip-dev)
	[ -f "$("$PG_CONFIG" --includedir)/libpq-fe.h" ] || missing+=(libpq-dev)
	[ -f /usr/include/openssl/evp.h ] || missing+=(libssl-dev)
	echo 'int main(void) { return 0; }' >"$WORK/probe.c"
	gcc -o "$WORK/probe" "$WORK/probe.c" 2>/dev/null || missing+=(gcc libc6-dev)
	rm -f "$WORK/probe" "$WORK/probe.c"
	[ ${#missing[@]} = 0 ] || apt_install "${missing[@]}"
}

# ---- the tree, the installation, the server ----

# Names of the project's files, each ended by a zero byte: what git knows or
# would take; without git, everything that is no build product.
list_files()
{
	if [ -e "$PROJECT/.git" ] &&
		git -C "$PROJECT" -c safe.directory='*' ls-files -z --cached --others --exclude-standard 2>/dev/null; then
		return
	fi
	(cd "$PROJECT" && find . \( -path ./.git -o -path ./build -o -path './build-*' -o -path "./debian/*$EXTENSION*" \
		-o -path ./debian/.debhelper -o -path ./results -o -path ./tmp_check -o -path ./log \) -prune -o \
		\( -type f -o -type l \) ! -name '*.o' ! -name '*.bc' ! -name '*.so' ! -path "./$EXTENSION--*.sql" \
		! -path ./debian/files ! -name debhelper-build-stamp ! -path "./$EXTENSION-*.zip" \
		! -path "./$EXTENSION-load" ! -path "./$EXTENSION-review" \
		! -path ./test/fuzz/fuzz_parse ! -path './regression.*' -print0)
}

# Copy the project to WORK/src.
copy_tree()
{
	local file

	mkdir "$WORK/src"
	list_files | (cd "$PROJECT" && while IFS= read -r -d '' file; do
		# a file can be known to git and yet be deleted
		if [ -f "$file" ] || [ -L "$file" ]; then
			printf '%s\0' "$file"
		fi
	done | tar -cf - --no-recursion --null -T -) | tar -xf - -C "$WORK/src" --no-same-owner ||
		die "could not copy $PROJECT"
	chmod -R u+rwX,go+rX "$WORK/src"
	give "$WORK/src"
}

# build_and_install LOG: the extension as a user builds it, under WORK/install.
build_and_install()
{
	run "$1" make -s -j "$JOBS" -C "$WORK/src" PG_CONFIG="$PG_CONFIG" with_llvm=no all &&
		run "$1.install" make -s -C "$WORK/src" PG_CONFIG="$PG_CONFIG" with_llvm=no \
			DESTDIR="$WORK/install" install || return

	# The client programs are found as if they were installed.
	SETTINGS+=(PATH="$WORK/install$BINDIR:$PATH")
}

# extension_settings LOG DATA ROOT: the settings by which the server of a data
# directory finds what is installed under ROOT.
extension_settings()
{
	local log=$1 data=$2 root=$3

	# Debian's servers have one setting for it, all servers from 18 on another.
	if run "$log" "$BINDIR/postgres" -D "$data" -C extension_control_path; then
		echo "extension_control_path = '$root$("$PG_CONFIG" --sharedir):\$system'"
	elif run "$log" "$BINDIR/postgres" -D "$data" -C extension_destdir; then
		echo "extension_destdir = '$root'"
	else
		echo "this server can use an extension only where all users see it" >>"$log"
		return 1
	fi
	echo "dynamic_library_path = '$root$("$PG_CONFIG" --pkglibdir):\$libdir'"
}

# start_cluster LOG: a server on a socket in WORK that finds the extension in
# WORK/install.  Its settings for that are left in WORK/extension.conf.
start_cluster()
{
	local log=$1

	run "$log" "$BINDIR/initdb" -D "$WORK/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync &&
		extension_settings "$log" "$WORK/data" "$WORK/install" >"$WORK/extension.conf" || return

	# The port is part of the socket's name, nothing more: no other server can
	# have it in this directory.
	mkdir "$WORK/socket" && give "$WORK/socket"
	{
		cat "$WORK/extension.conf"
		echo "unix_socket_directories = '$WORK/socket'"
		echo "listen_addresses = ''"
		echo "fsync = off"
		echo "jit = off"
	} >>"$WORK/data/postgresql.conf"
	SETTINGS+=(PGHOST="$WORK/socket" PGPORT=54321 PGUSER=postgres PGDATABASE=postgres)
	run "$log" "$BINDIR/pg_ctl" -D "$WORK/data" -l "$WORK/server.log" -o '-p 54321' -w -t 60 start
}

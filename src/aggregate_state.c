/*
 * aggregate_state.c
 *		Memory and consistency of the state of sum(gireport).
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/numeric.h"

#include "aggregate.h"

static Size slot_size(const gireport_sum *sum);
static char *slot(const gireport_sum *sum, int number);
static gireport_sum *new_with_slots(Size size);

/* Bytes in each slot for an amount. */
static Size
slot_size(const gireport_sum *sum)
{
	return (VARSIZE(sum) - GIREPORT_SUM_HEADER_SIZE) / GIREPORT_AMOUNT_COUNT;
}

/* The slot of an amount. */
static char *
slot(const gireport_sum *sum, int number)
{
	return unconstify(gireport_sum *, sum)->slots + number * slot_size(sum);
}

/* An empty state with slots of the given size. */
static gireport_sum *
new_with_slots(Size size)
{
	Size		total = GIREPORT_SUM_HEADER_SIZE + GIREPORT_AMOUNT_COUNT * size;
	gireport_sum *sum = palloc0(total);

	SET_VARSIZE(sum, total);
	sum->version = GIREPORT_SUM_VERSION;
	return sum;
}

/* An empty state. */
gireport_sum *
gireport_sum_new(void)
{
	return new_with_slots(GIREPORT_SUM_SLOT_MIN);
}

/* A copy of a state. */
gireport_sum *
gireport_sum_copy(const gireport_sum *sum)
{
	gireport_sum *copy = palloc(VARSIZE(sum));

	memcpy(copy, sum, VARSIZE(sum));
	return copy;
}

/*
 * The state in a Datum of the SQL type, checked.
 *
 * The input functions make no damaged state, but a state may have been stored by
 * another version of the extension, or been damaged where it was stored.
 */
gireport_sum *
gireport_sum_get(Datum value)
{
	gireport_sum *sum = (gireport_sum *) PG_DETOAST_DATUM(value);
	Size		smallest = GIREPORT_SUM_HEADER_SIZE + GIREPORT_AMOUNT_COUNT * GIREPORT_SUM_SLOT_MIN;
	Size		step = GIREPORT_AMOUNT_COUNT * GIREPORT_SUM_SLOT_STEP;
	const char *damage;
	int			i;

	if (VARSIZE(sum) >= offsetof(gireport_sum, sections) &&
		sum->version != GIREPORT_SUM_VERSION)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid value of type %s", "gireport_sum"),
				 errdetail("Its version is %d, but must be %d.",
						   sum->version, GIREPORT_SUM_VERSION)));

	if (VARSIZE(sum) < smallest || (VARSIZE(sum) - smallest) % step != 0)
		damage = "Its size is wrong";
	else
		damage = gireport_sum_damage(sum);

	for (i = 0; damage == NULL && i < GIREPORT_AMOUNT_COUNT; i++)
	{
		char	   *numeric = slot(sum, i);

		if (gireport_sum_known(sum, gireport_amount_cells[i]) &&
			(!VARATT_IS_4B_U(numeric) || VARSIZE(numeric) > slot_size(sum) ||
			 VARSIZE(numeric) < VARHDRSZ + sizeof(uint16)))
			damage = "An amount does not fit into its place";
	}

	if (damage != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid value of type %s", "gireport_sum"),
				 errdetail("%s.", damage)));

	gireport_sum_assert(sum);
	return sum;
}

/* What is wrong with the flags of a state, or NULL if they fit each other. */
const char *
gireport_sum_damage(const gireport_sum *sum)
{
	int			i;
	int			row;

	if (sum->sections >> GIR_SECTION_COUNT != 0)
		return "It has a section that no report has";

	for (i = 0; i < GIR_SECTION_COUNT; i++)
	{
		bool		present = (sum->sections & (1 << i)) != 0;

		for (row = gir_sections[i].first_row; row <= (int) gir_sections[i].last_row; row++)
		{
			int			flags = sum->rows[row];
			int			columns = flags & ~GIREPORT_SUM_ROW_PRESENT;

			if (flags != 0 && !present)
				return "It has a row without its section";
			if (columns != 0 && columns == flags)
				return "It has a column without its row";
			if (columns >> gir_kinds[gir_rows[row].kind].ncolumns != 0)
				return "It has a column that its row has not";
		}
	}
	return NULL;
}

/* The number of an amount by its cell. */
int
gireport_sum_amount_number(int cell)
{
	int			i = 0;

	while (gireport_amount_cells[i] != cell)
	{
		i++;
		Assert(i < GIREPORT_AMOUNT_COUNT);
	}
	return i;
}

/* The sum of an amount. */
Numeric
gireport_sum_amount(const gireport_sum *sum, int number)
{
	return (Numeric) slot(sum, number);
}

/* Set the sum of an amount, in a larger copy of the state if it needs one. */
gireport_sum *
gireport_sum_set_amount(gireport_sum *sum, int number, Numeric value)
{
	Size		needed = VARSIZE(value);
	Size		old_size = slot_size(sum);
	gireport_sum *larger;
	int			i;

	if (needed <= old_size)
	{
		memset(slot(sum, number), 0, old_size);
		memcpy(slot(sum, number), value, needed);
		return sum;
	}

	/* Leave room for the sum to grow by some digits. */
	larger = new_with_slots(TYPEALIGN(GIREPORT_SUM_SLOT_STEP, needed + needed / 4));
	memcpy((char *) larger + VARHDRSZ, (char *) sum + VARHDRSZ,
		   GIREPORT_SUM_HEADER_SIZE - VARHDRSZ);
	for (i = 0; i < GIREPORT_AMOUNT_COUNT; i++)
	{
		if (i != number)
			memcpy(slot(larger, i), slot(sum, i), old_size);
	}
	memcpy(slot(larger, number), value, needed);
	return larger;
}

#ifdef USE_ASSERT_CHECKING
/* Assert that a state is as every function leaves it. */
void
gireport_sum_assert(const gireport_sum *sum)
{
	Size		i;
	int			cell;

	Assert(gireport_sum_damage(sum) == NULL);

	/* Counts that are not known, and the places of amounts, are zero. */
	for (cell = 0; cell < GIR_CELL_COUNT; cell++)
		Assert(sum->sums[cell] == 0 ||
			   (gireport_sum_known(sum, cell) && !gir_cell_is_amount(cell)));

	/* So are the slots of amounts that are not known. */
	for (cell = 0; cell < GIREPORT_AMOUNT_COUNT; cell++)
	{
		if (gireport_sum_known(sum, gireport_amount_cells[cell]))
			continue;
		for (i = 0; i < slot_size(sum); i++)
			Assert(slot(sum, cell)[i] == 0);
	}
}
#endif

/*
 * cut.c
 *		Cutting a row: which of the cells behind its label are its values.
 *
 * Rows are padded with empty cells where the table had merged ones, at either
 * end and not alike in all rows, so that the number of a cell says nothing.
 * What is certain is how many values a row has.  Text among them may be several
 * cells in one, so that their number says nothing, either.
 */
#include "core/match.h"

/* Where the values begin, or -1. */
int
gir_cut_values(const gir_value_shape *shapes, int ncells, int ncolumns, gir_grid grid)
{
	int			first = 0;
	int			last = ncells - 1;
	int			low,
				high;
	int			i;

	if (ncolumns <= 0 || ncells < ncolumns)
		return -1;
	while (first < ncells && shapes[first] == GIR_SHAPE_BLANK)
		first++;
	while (last > first && shapes[last] == GIR_SHAPE_BLANK)
		last--;

	/* nothing but blanks: each value is one, wherever they begin */
	if (first == ncells)
		return grid == GIR_GRID_UNKNOWN ? -1 : 0;

	for (i = first; i <= last; i++)
	{
		if (shapes[i] == GIR_SHAPE_TEXT && (grid == GIR_GRID_UNKNOWN || last - first + 1 < ncolumns))
			return -1;
		/* a blank between values may be one too many, and a blank at an end be lost */
		if (shapes[i] == GIR_SHAPE_BLANK && grid == GIR_GRID_UNKNOWN)
			return -1;
	}

	/* a text at an end may be a remark, and a value be blank at the other */
	if (ncells != ncolumns && (shapes[first] == GIR_SHAPE_TEXT || shapes[last] == GIR_SHAPE_TEXT))
		return -1;

	/* where all cells are the table's own, none may be left over */
	if (grid == GIR_GRID_EXACT && ncells != ncolumns)
		return -1;

	/* the values fill the columns from the first to the last */
	if (last - first + 1 == ncolumns)
		return first;
	if (last - first + 1 > ncolumns)
		return -1;

	/*
	 * A value at one end or both is blank.  If all cells are the table's own
	 * there is nothing to decide.  In a padded row the values can begin at any
	 * cell that leaves none of them out; only one such cell may remain.
	 */
	if (grid == GIR_GRID_UNKNOWN || (grid == GIR_GRID_SHIFTED && last != ncells - 1))
		return -1;
	if (ncells == ncolumns)
		return 0;
	low = last - ncolumns + 1 > 0 ? last - ncolumns + 1 : 0;
	high = first < ncells - ncolumns ? first : ncells - ncolumns;
	return low == high ? low : -1;
}

/*
 * repair.h
 *		The numbers that make equations hold, at given cells.
 */
#ifndef GIR_REPAIR_H
#define GIR_REPAIR_H

#include "core/equations.h"
#include "core/suggest.h"

/*
 * Find numbers for some cells that make these equations hold.  Where there is
 * a choice, they are near to what is printed.  Returns false if there are none.
 */
extern bool gir_repair(const gir_system *system, gir_equations equations,
					   gir_change *changes, int nchanges);

#endif							/* GIR_REPAIR_H */
